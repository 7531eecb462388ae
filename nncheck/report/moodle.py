"""Grades -> the offline grading worksheet that Moodle imports."""

from collections.abc import Sequence

from nncheck.report.cells import read, written
from nncheck.report.grades import Grade, possible
from nncheck.report.roster import Roster, Sheet, column, columns, not_found, number, scaled
from nncheck.report.scores import points

COLUMNS = (
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade"),
    *("Grade can be changed", "Last modified (submission)", "Last modified (grade)", "Feedback comments"),
)


def new_sheet(grades: Sequence[Grade]) -> Sheet:
    """A worksheet with a row for each student; Moodle needs the number that its own file names have."""
    most = points(possible(grades))
    rows: list[Sequence[str]] = [COLUMNS]
    for each in grades:
        who = each.student
        identifier = f"Participant {who.id}" if who.id else ""
        status = ("Submitted for grading", points(each.score), most, "Yes", "-", "-", each.feedback)
        rows.append((identifier, who.name, "", *status))
    unknown = sum(1 for each in grades if not each.student.id)
    remark = f"{unknown} students have no Moodle identifier; fill in Moodle's own worksheet with --roster"
    return Sheet(text=written(rows), remarks=(remark,) if unknown else ())


def filled(grades: Sequence[Grade], text: str, where: str) -> Sheet:
    """The worksheet that Moodle exported with grades and feedback filled in; nothing else changes."""
    rows, delimiter = read(text, where)
    heading = rows[0]
    identifier, name = column(heading, "Identifier", where), column(heading, "Full name", where)
    grade, most = column(heading, "Grade", where), column(heading, "Maximum Grade", where)
    feedback = [*columns(heading, "Feedback comments")]
    known_by = [identifier, *columns(heading, "Username", "ID number", "Email address")]
    roster, ours = Roster(rows[1:], known_by, name), possible(grades)
    remarks = scaled(ours, number(rows[1][most]))
    for each in grades:
        row = roster.row(each.student)
        if row is None:
            remarks.append(not_found(each.student, where))
            continue
        row[grade] = points(each.score * (number(row[most]) or ours) / ours) if ours else "0"
        for place in feedback:
            row[place] = each.feedback
    return Sheet(text=written(rows, delimiter), remarks=tuple(remarks))
