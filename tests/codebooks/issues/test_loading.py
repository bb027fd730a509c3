"""Files of issues: the default one, a user's own, and what is said of a wrong one."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.codebooks.issues import Issue, choose_issue, load_issues, read_issues, topic
from onrecord.codebooks.issues.patterns import name_pattern, phrase_pattern
from onrecord.errors import IssueError

DOCUMENTATION = (Path(__file__).parents[3] / "docs" / "issues-and-positions.md").read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def by_id(issues: tuple[Issue, ...]) -> dict[str, Issue]:
    return {issue.id: issue for issue in issues}


def test_every_default_issue_has_phrases_enough_and_none_twice() -> None:
    for issue in load_issues():
        patterns = [phrase_pattern("", each).parts for each in (*issue.phrases, *issue.excluded)]
        patterns += [name_pattern("", each).parts for each in issue.names]
        assert len(patterns) >= 15
        assert len(set(patterns)) == len(patterns), issue.id


def test_the_documentation_lists_every_default_issue() -> None:
    assert [issue.id for issue in load_issues() if f"| `{issue.id}` | {issue.title} |" not in DOCUMENTATION] == []


def test_a_file_of_ones_own_adds_issues_and_replaces_default_ones(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[water]\nphrases = ["well"]\n[my-bridge]\ntitle = "The bridge"\nphrases = ["the bridge"]\n'
    )
    issues = by_id(read_issues(path))
    assert issues["water"].phrases == ("well",)
    assert issues["my-bridge"] == Issue("my-bridge", "The bridge", ("the bridge",))
    assert issues["ceasefire"] == by_id(load_issues())["ceasefire"]


def test_an_issue_can_extend_a_default_one(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[ceasefire]\nextends = true\nphrases = ["quiet day"]\nnames = ["Minsk II"]\nnot = ["truce bay"]\n'
    )
    own, default = by_id(read_issues(path))["ceasefire"], by_id(load_issues())["ceasefire"]
    assert own.phrases == (*default.phrases, "quiet day")
    assert (own.title, own.names, own.excluded) == (
        "Ceasefire",
        (*default.names, "Minsk II"),
        (*default.excluded, "truce bay"),
    )


def test_the_default_issues_can_be_left_out(tmp_path: Path) -> None:
    assert list(by_id(read_issues(written(tmp_path, 'defaults = false\n[one]\nphrases = ["word"]\n')))) == ["one"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[one]\nphrases = ["a"\n[two]', "is not TOML"),
        ("", "line 1: holds no issue"),
        ('x = 1\n[one]\nphrases = ["word"]', "line 1: [x] stands outside an issue"),
        ('["My Issue"]\nphrases = ["word"]', "line 1: [My Issue] is no name for an issue"),
        ('[one]\nphrases = ["word"]\nphrase = []', "line 3: [one] has a key 'phrase'"),
        ('[one]\ntitle = 3\nphrases = ["word"]', "line 2: [one] title is not a text"),
        ('[one]\nphrases = "word"', "line 2: [one] phrases is not a list of texts"),
        ('[one]\nphrases = ["word", "…"]', "line 2: [one] phrases: '…' holds no word"),
        ('[one]\nphrases = [\n  "word",\n  "a*",\n]', "line 4: [one] phrases: 'a*' asks for the beginning 'a'"),
        ('[one]\nphrases = ["... troops"]', "line 2: [one] phrases: '... troops' begins or ends with"),
        ('[one]\nnames = ["Minsk*"]', "line 2: [one] names: 'Minsk*' is a name"),
        ('[one]\nextends = true\nphrases = ["word"]', "line 2: [one] extends no default issue"),
        ('[one]\ntitle = "One"', "line 1: [one] has neither phrases nor names"),
        ("defaults = 3\n[one]\nphrases = ['word']", "line 1: defaults is true or false"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(IssueError) as caught:
        read_issues(path)
    assert f"{path}" in str(caught.value)
    assert message in str(caught.value)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match="2 things are wrong") as caught:
        read_issues(written(tmp_path, "[one]\nphrases = 1\n[two]\nphrases = 2\n"))
    assert "line 2" in str(caught.value)
    assert "line 4" in str(caught.value)


def test_a_file_that_is_not_there_or_not_utf_8_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match=r"none\.toml: cannot be read"):
        read_issues(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# x\n# \xe9\n")
    with pytest.raises(IssueError, match=r"latin\.toml, line 2: is not UTF-8"):
        read_issues(tmp_path / "latin.toml")


def test_the_version_of_an_issue_changes_with_what_it_matches_alone() -> None:
    issue = Issue("one", "One", ("truce", "armistice"), ("Minsk II",), ("truce bay",))
    assert replace(issue, title="Uno", phrases=("armistice", "truce")).version == issue.version
    others = [
        replace(issue, phrases=("truce",)),
        replace(issue, names=()),
        replace(issue, excluded=()),
        replace(issue, id="two"),
    ]
    assert len({issue.version, *(other.version for other in others)}) == 5


def test_words_make_a_topic_of_their_own() -> None:
    assert topic("Lachin  corridor, Goris road") == Issue(
        "lachin-corridor-goris-road", "Lachin corridor, Goris road", ("Lachin corridor", "Goris road")
    )
    with pytest.raises(IssueError, match="no word"):
        topic(" , ")


@pytest.mark.parametrize(
    ("words", "name"), [("water", "water"), ("ceasefire ", "ceasefire"), ("Trade and Tariffs", "trade")]
)
def test_an_issue_is_chosen_by_its_id_or_title(words: str, name: str) -> None:
    assert choose_issue(load_issues(), words).id == name


def test_other_words_are_chosen_as_a_topic() -> None:
    assert choose_issue(load_issues(), "eel licences").phrases == ("eel licences",)
