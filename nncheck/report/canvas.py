"""Grades -> the CSV file that Canvas imports."""

from collections.abc import Sequence

from nncheck.errors import UsageError
from nncheck.report.cells import read, written
from nncheck.report.grades import Grade, possible
from nncheck.report.roster import Roster, Sheet, assignment, column, columns, not_found, number, scaled
from nncheck.report.scores import points

COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"  # with the blanks, as Canvas has it
TITLE = "nncheck"


def new_sheet(grades: Sequence[Grade], title: str | None) -> Sheet:
    """A file with a row for each student; where Canvas's number is not known, the name is the login."""
    rows: list[list[str]] = [
        [*COLUMNS, title or TITLE],
        [POINTS_POSSIBLE, "", "", "", "", points(possible(grades))],
    ]
    for each in grades:
        who = each.student
        known = who.id.isdecimal()
        rows.append(
            [who.name, who.id * known, "", (who.id or who.name) * (not known), "", points(each.score)]
        )
    unknown = sum(1 for each in grades if not each.student.id.isdecimal())
    remark = f"{unknown} students have no Canvas ID; fill in the file that Canvas exports with --roster"
    return Sheet(text=written(rows), remarks=(remark,) if unknown else ())


def filled(grades: Sequence[Grade], title: str | None, text: str, where: str) -> Sheet:
    """The file that Canvas exported, with the assignment's column filled in; nothing else changes."""
    rows, delimiter = read(text, where)
    heading = rows[0]
    student, identifier = column(heading, "Student", where), column(heading, "ID", where)
    if title is None:
        raise UsageError(f"--assignment is missing: the title or the number of a column of {where}")
    place = assignment(heading, title)
    people = [row for row in rows[1:] if row[identifier].strip()]
    above = rows[1 : rows.index(people[0])] if people else rows[1:]
    most = next((value for row in above if (value := number(row[place]))), None)
    known_by = [identifier, *columns(heading, "SIS User ID", "SIS Login ID")]
    roster, ours = Roster(people, known_by, student), possible(grades)
    missing = []
    for each in grades:
        row = roster.row(each.student)
        if row is None:
            missing.append(not_found(each.student, where))
        else:
            row[place] = points(each.score * most / ours if most and ours else each.score)
    return Sheet(text=written(rows, delimiter), remarks=(*scaled(ours, most), *missing))
