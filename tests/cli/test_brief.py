"""`dragoman brief`: the page that one takes into the room, and the proof that all of it has a source."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cited
import diary
import rivals
import snapshots
import strategies
from builders import LAVROV, LE_DRIAN, MACRON, account, actor, article, meeting, statement
from dragoman import record, store, who
from dragoman.analysis import brief, sides
from dragoman.analysis.brief_parts import Question
from dragoman.cli.pages import brief as pages
from dragoman.cli.pages import html, markdown
from dragoman.cli.pages.lines import Cites, Line, Page, Words
from dragoman.errors import MissingPackage
from dragoman.export import document
from dragoman.store import Store
from dragoman.types import Selection
from stored import put

SHOWN = Path(__file__).parent / "shown"
TODAY = ("--today", "2019-09-30")

Run = Callable[..., tuple[int, str, str]]

NAMES = article(
    "“Добрый день, Erdoğan, Łukasz *and* <Zelenskyy>,” Лавров said. “It is [1] good & well_known,” "
    "Macron answered.",
    published="2019-09-01",
    page="names.txt",
    title="Names | of *many* <letters>",
    source="Hill Post",
)
LYON = article("Lavrov met Le Drian in Lyon on Thursday.", published="2017-07-08", page="lyon.txt")
SERGEI = actor("Лавров", "person", "RUS", id=LAVROV.id)


def fill(db: Store) -> None:
    rivals.fill(db)
    diary.fill(db)
    said = [
        statement(NAMES, "Добрый день, Erdoğan, Łukasz *and* <Zelenskyy>,", SERGEI, topics=("greetings",)),
        statement(NAMES, "It is [1] good & well_known,", MACRON, topics=("greetings",)),
    ]
    put(db, NAMES, *said, actors=(SERGEI, MACRON))
    held = meeting(LYON, "Lavrov met Le Drian in Lyon", LAVROV, LE_DRIAN, date="2017-07-06", place="Lyon")
    put(db, LYON, held)


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Calls a command over the records of the rivals and the diary."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        fill(db)
    return run


def written(since: str | None = None, about: str | None = None) -> tuple[Page, dict[str, str]]:
    """A brief, and the texts of the articles."""
    with store.open("sqlite://") as db:
        fill(db)
        of = sides.find("FRA", db), sides.find("RUS", db)
        page = pages.write(brief.find(db, Question(of, "2019-09-30", about, since)))
        return page, {one.heading.id: db.article(one.heading.id).text for one in db.find().accounts}


class TestProof:
    """Every line ends in numbers of the list, every quotation stands in its source."""

    @pytest.mark.parametrize("since", [None, "2019", "last-meeting"])
    @pytest.mark.parametrize("about", [None, "Syria"])
    def test_of_what_is_written(self, since: str | None, about: str | None) -> None:
        cited.check(*written(since, about))

    @given(strategies.accounts(), st.sampled_from([None, "2017-07", brief.LAST_MEETING]))
    def test_of_any_record(self, world: tuple, since: str | None) -> None:
        told = tuple(account for _, account in world)
        made = document.make(Selection(told, record.records(told)))
        of = [one for one in map(who.standing_of, ("state:FRA", "state:RUS")) if one]
        asked = Question((of[0], of[1]), "2018-01-01", None, since)
        page = pages.write(brief.make(made, asked, nations=who.nations()))
        cited.check(page, {of.id: of.text for of, _ in world})

    def test_a_line_without_a_source_cannot_be_built(self) -> None:
        for pieces in ((), (Words("Nobody says so."),), (Cites((1,)), Words(" and more"))):
            with pytest.raises(ValueError, match="source"):
                Line(pieces)
        with pytest.raises(ValueError, match="source"):
            Cites(())

    def test_it_finds_what_has_no_source(self) -> None:
        page, texts = written()
        with pytest.raises(AssertionError):
            cited.check(page, dict.fromkeys(texts, "Other words."))


class TestShown:
    def test_as_markdown(self, ask: Run) -> None:
        status, shown, said = ask("brief", "FRA", "RUS", *TODAY)
        assert (status, said) == (0, "")
        snapshots.check(SHOWN / "brief.md", shown)

    def test_as_a_web_page(self, ask: Run) -> None:
        _, shown, _ = ask("brief", "FRA", "RUS", *TODAY, "--format", "html")
        snapshots.check(SHOWN / "brief.html", shown)
        assert "<script" not in shown
        targets = set(re.findall(r'id="(source-\d+)"', shown))
        assert set(re.findall(r'href="#([^"]+)"', shown)) == targets

    def test_since_the_last_meeting(self, ask: Run) -> None:
        _, shown, _ = ask("brief", "FRA", "RUS", *TODAY, "--since", "last-meeting")
        assert "since 20 August 2017" in shown
        assert "A cold summer" in shown
        assert "red line" not in shown

    def test_about_something(self, ask: Run) -> None:
        _, shown, _ = ask("brief", "FRA", "RUS", *TODAY, "--about", "chemical weapons")
        assert "# France and Russia on chemical weapons" in shown
        assert "red line" in shown
        assert "accused" not in shown

    def test_as_of_an_earlier_day_later_reports_do_not_count(self, ask: Run) -> None:
        _, shown, _ = ask("brief", "FRA", "RUS", "--today", "2017-07-02")
        assert "A full diary" in shown
        assert "A cold summer" not in shown
        assert "When they last met" not in shown

    def test_nothing_of_a_report_is_markup(self) -> None:
        page, _ = written()
        shown = markdown.write(page).decode()
        assert r"Łukasz \*and\* \<Zelenskyy\>" in shown
        assert r"It is \[1\] good & well\_known" in shown
        assert "Łukasz *and* &lt;Zelenskyy&gt;" in html.write(page).decode()

    def test_json(self, ask: Run) -> None:
        _, shown, _ = ask("brief", "FRA", "RUS", *TODAY, "--json")
        found = json.loads(shown)
        assert [one["name"] for one in found["sides"]] == ["France", "Russia"]
        ids = {one["id"] for kind in ("meetings", "statements", "events") for one in found["record"][kind]}
        assert {one["record"] for one in (*found["meetings"], *found["plans"], *found["acts"])} <= ids


class TestPdf:
    def test_has_all_the_words_and_letters_of_the_page(self, ask: Run, tmp_path: Path) -> None:
        path = tmp_path / "brief.pdf"
        status, shown, said = ask("brief", "FRA", "RUS", *TODAY, "--format", "pdf", "-o", str(path))
        assert (status, shown, said) == (0, "", "")
        read = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
        assert len(read.pages) <= 2
        text = "".join(page.extract_text() for page in read.pages)
        page, _ = written()
        letters = re.sub(r"\W", "", text)
        for line in (line for section in page.sections for group in section.groups for line in group.lines):
            for piece in line.pieces:
                assert isinstance(piece, Cites) or re.sub(r"\W", "", piece.text) in letters
        assert "Добрыйдень" in letters

    def test_is_the_same_each_time(self) -> None:
        from dragoman.cli.pages import pdf

        page, _ = written()
        assert pdf.write(page) == pdf.write(page)

    def test_without_the_packages_what_to_do_is_told(self, ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "fpdf", None)
        monkeypatch.delitem(sys.modules, "dragoman.cli.pages.pdf", raising=False)
        status, shown, said = ask("brief", "FRA", "RUS", "--format", "pdf")
        assert (status, shown) == (2, "")
        assert said == f"dragoman: {MissingPackage('fpdf2', 'pdf')}\n"


def test_a_meeting_cites_who_tells_its_status_its_date_and_its_place() -> None:
    told = [
        ("planned", "2017-07-06", None),
        ("held", "2017-07", None),
        ("held", "2017-07", "Paris"),
        *[("held", "2017-07", None)] * 4,
    ]
    of = [article(f"Report {n}: they met.", published=f"2017-08-0{n + 1}") for n in range(len(told))]
    claims = [
        meeting(one, "they met", LAVROV, LE_DRIAN, status=status, date=date, place=place)
        for one, (status, date, place) in zip(of, told, strict=True)
    ]
    accounts = tuple(account(one, claim) for one, claim in zip(of, claims, strict=True))
    (lead,) = record.records(accounts[:1])
    one = replace(lead, claims=tuple(claims), lead=replace(claims[0], status="held", place="Paris"))
    sides_ = [one for one in map(who.standing_of, ("state:FRA", "state:RUS")) if one]
    asked = Question((sides_[0], sides_[1]), "2017-09-01")
    made = brief.make(document.make(Selection(accounts, (one,))), asked, nations=who.nations())
    page = pages.write(made)
    (line,) = page.sections[1].groups[0].lines
    articles = {source.number: source.article for source in page.sources}
    (cites,) = [piece for piece in line.pieces if isinstance(piece, Cites)]
    assert {articles[number] for number in cites.numbers} == {of[6].id, of[0].id, of[2].id}


def test_nothing_is_said_on_standard_error(ask: Run, tmp_path: Path) -> None:
    status, shown, said = ask("brief", "BRA", "JPN", "-o", str(tmp_path / "none.md"))
    assert (status, shown) == (0, "")
    assert said == "Nothing of Brazil and Japan is in the record for this.\n"
    assert not (tmp_path / "none.md").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("FRA", "Lavrow"), "nobody called “Lavrow” is known"),
        (("FRA", "Macron"), "are one side"),
        (("FRA", "RUS", "--since", "lately"), "'lately' is no date; write 2017"),
        (("FRA", "RUS", "--today", "2017-07"), "'2017-07' is no day; write it as 2017-06-30"),
        (("FRA", "RUS", "--format", "docx"), "'docx' is not one of"),
        (("FRA", "RUS", "-o", "/nowhere/brief.md"), "cannot write /nowhere/brief.md"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(ask: Run, words: tuple[str, ...], reason: str) -> None:
    status, shown, said = ask("brief", *words)
    assert (status, shown) == (2, "")
    assert reason in said
