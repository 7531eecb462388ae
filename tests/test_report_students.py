"""Who handed a file in, by its name: the forms of the learning platforms, and folders of one's own."""

import pytest

from nncheck.report.students import Student, students

PLATFORMS = [
    ("submissions/doejane_12345_67890_hw1.py", "doejane", "12345", False),
    ("submissions/doejane_LATE_12345_67890_hw1-1.py", "doejane", "12345", True),
    ("submissions/van-der-bergjan_9_8_my_file_2_3.ipynb", "van-der-bergjan", "9", False),
    ("Jane Doe_12345_assignsubmission_file_/hw1.py", "Jane Doe", "12345", False),
    ("Jane Doe_12345_assignsubmission_file/hw1.py", "Jane Doe", "12345", False),
    ("all/Jane Doe_12345_assignsubmission_file_hw_1.py", "Jane Doe", "12345", False),
    ("all/Participant_12345_assignsubmission_file_/deep/er/hw.py", "Participant", "12345", False),
    ("assignment_77_export/submission_12345/hw1.py", "submission_12345", "", False),
    ("x/HW 1_jdoe3_attempt_2026-11-21-12-00-00_hw1.py", "jdoe3", "jdoe3", False),
    ("x/HW_1_jdoe3_attempt_2026-11-21-12-00-00.py", "jdoe3", "jdoe3", False),
    ("12345-67890 - Jane Doe - Nov 21, 2026 1200 PM/hw1.py", "Jane Doe", "12345", False),
    ("HW/12345-67890 - Jane van Doe - Nov 1, 2026 930 AM/hw1.py", "Jane van Doe", "12345", False),
    ("submissions.zip/doejane_12345_67890_hw1.py", "doejane", "12345", False),
]


@pytest.mark.parametrize(("path", "name", "number", "late"), PLATFORMS)
def test_forms_of_platforms(path: str, name: str, number: str, late: bool) -> None:
    """Alone and among others of its kind."""
    assert students([path])[path] == Student(name=name, id=number, late=late)


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["hw/alice/a.py", "hw/bob/deep/b.py"], ["alice", "bob"]),
        (["alice/a.py", "bob/a.py", "carol.py"], ["alice", "bob", "carol"]),
        (["hw/alice.py", "hw/bob.ipynb"], ["alice", "bob"]),
        (["./alice.py"], ["alice"]),
        (["/srv/hw/alice/a.py", "/srv/hw/alice/b.py", "/srv/hw/bob/a.py"], ["alice", "alice", "bob"]),
        (["hw1-alice/x_1_2_y.py", "hw1-bob/x_1_2_y.py"], ["hw1-alice", "hw1-bob"]),
        (["hw/task_1_2_final.py", "hw/alice.py", "hw/bob.py"], ["task_1_2_final", "alice", "bob"]),
        (["a", ".hidden"], ["a", ".hidden"]),
        (["", ".", "/", "hw/a.py"], ["", ".", "/", "hw"]),
    ],
)
def test_names_of_ones_own(paths: list[str], names: list[str]) -> None:
    """A folder for each student, or a file; a name like a platform's by chance is not taken for one."""
    assert [each.name for each in students(paths).values()] == names


def test_files_of_one_student_have_one_identity() -> None:
    """Late or not, resubmitted or not; equal names with other numbers are other people."""
    found = students(["a/doe_1_5_x.py", "a/doe_LATE_1_6_x-1.py", "a/doe_2_7_x.py"])
    first, late, other = (each.identity for each in found.values())
    assert first == late != other


def test_nothing() -> None:
    """No path, no student."""
    assert students([]) == {}
