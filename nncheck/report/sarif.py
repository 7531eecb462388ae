"""Report -> SARIF 2.1.0: a result for each check that failed, at its line; rules are checks and mistakes."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from nncheck.records import CheckResult, Report, Status, SubmissionResult
from nncheck.report.failure import check_name, place
from nncheck.report.items import Item, items, line_of, remarks, sentence, ungraded
from nncheck.report.sarif_log import log, message, physical, uri
from nncheck.report.screen import Screen

KINDS = {
    "reference": "Answers equal the exact ones, up to the rounding that an honest formula does.",
    "torch": "Answers agree with those of torch.",
    "property": "Answers have a property that the formula has.",
    "contract": "Shapes, types, inputs and repeated calls are as the statement asks.",
    "stability": "Extreme inputs give finite answers where the exact ones are finite.",
    "distribution": "Random numbers follow the law that they are to follow.",
    "worked": "Answers are the numbers of the worked example.",
}
OTHERWISE = "A promise about the function is kept."
UNGRADED = "ungraded"

Object = dict[str, Any]


def render(report: Report, screen: Screen | None = None) -> str:
    """One run over all submissions."""
    rules: dict[str, Object] = {}
    results = [each for result in report.submissions for each in _results(result, rules)]
    order = list(rules)
    for each in results:
        each["ruleIndex"] = order.index(each["ruleId"])
    notices = [each for result in report.submissions for each in _notifications(result)]
    run: Object = {"executionSuccessful": not any(each["level"] == "error" for each in notices)}
    run["toolExecutionNotifications"] = notices
    return log(report.environment.nncheck, list(rules.values()), results, invocations=[run])


def _results(result: SubmissionResult, rules: dict[str, Object]) -> Iterator[Object]:
    file = result.submission
    if reason := ungraded(result):
        rules.setdefault(UNGRADED, _rule(UNGRADED, "A submission can be graded.", "", "submission"))
        where = {"physicalLocation": physical(file, 1)}
        yield _result(UNGRADED, reason, where, (file, UNGRADED))
    for item in items(result):
        if item.check.status is Status.FAILED:
            yield _failed(file, item, rules)


def _failed(file: str, item: Item, rules: dict[str, Object]) -> Object:
    check = item.check
    rule = _rule_of(check)
    rules.setdefault(rule["id"], rule)
    said = f"{item.function}: {sentence(check)}"
    if check.misconceptions:
        said += "".join(f" ({each.id} {each.title}: {each.hint})" for each in check.misconceptions)
    if check.location is not None and line_of(file, check.location) is None:
        said += f" See {place(check.location)}."
    return _result(rule["id"], said, _location(file, item), (file, item.name))


def _result(rule: str, said: str, where: Object, identity: tuple[str, ...]) -> Object:
    """A result with a fingerprint that moves with neither lines nor numbers."""
    text = "\0".join(identity).encode("utf-8", "surrogatepass")
    return {
        "ruleId": rule,
        "ruleIndex": 0,
        "level": "error",
        "message": message(said),
        "locations": [where],
        "partialFingerprints": {"nncheckCheck/v1": sha256(text).hexdigest()[:32]},
    }


def _location(file: str, item: Item) -> Object:
    """The line; the first one where none is known, since code hosts show no result without."""
    line = line_of(file, item.check.location) or 1
    function = {"name": item.function, "fullyQualifiedName": item.of, "kind": "function"}
    return {"physicalLocation": physical(file, line), "logicalLocations": [function]}


def _rule_of(check: CheckResult) -> Object:
    """The mistake, where it has a name, or else the check."""
    if check.misconceptions:
        named = check.misconceptions[0]
        return _rule(named.id, named.title, named.hint, "misconception")
    return _rule(check_name(check), KINDS.get(check.kind, OTHERWISE), "", check.kind)


def _rule(name: str, description: str, hint: str, tag: str) -> Object:
    return {
        "id": name,
        "shortDescription": message(description),
        "help": message(hint or description),
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": [tag]},
    }


def _notifications(result: SubmissionResult) -> Iterator[Object]:
    """What is about the file as a whole, and what nncheck itself failed at."""
    where = {"physicalLocation": {"artifactLocation": {"uri": uri(result.submission)}}}
    for remark in remarks(result):
        yield {"level": "warning", "message": message(remark), "locations": [where]}
    for item in items(result):
        if item.check.status is Status.ERROR:
            said = message(f"{item.name}: {sentence(item.check)}")
            yield {"level": "error", "message": said, "locations": [where]}
