"""The format html: a report on one submission is the student's page, one on several that of the class."""

from nncheck.pages.classroom import class_page
from nncheck.pages.overview import Overview
from nncheck.pages.student import student_page
from nncheck.records import Report
from nncheck.report.screen import Screen
from nncheck.report.students import students


def render(report: Report, screen: Screen) -> str:
    """The page, as far as the results alone hold what there is to show."""
    if len(report.submissions) == 1:
        return student_page(report.submissions[0], report.environment, screen.language)
    overview = Overview(None)
    for result in report.submissions:
        overview.add(result)
    who = students([result.submission for result in report.submissions])
    return class_page(overview, who, language=screen.language)
