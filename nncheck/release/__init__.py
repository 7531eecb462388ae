"""Exercises -> what students and instructors are given: files with stubs, and files with solutions."""
