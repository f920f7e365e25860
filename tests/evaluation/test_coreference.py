"""The scores of coreference: the metrics on the paper's example, a file made by hand, and GUM's words."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpora import gum

from actors.drawn import read
from evaluation import chains, coreference

KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]
"""The example of Pradhan et al. (2014), whose figures the paper works out by hand."""

PAGE = """\
# newdoc id = Talks
# meta::dateCreated = 2017-07-07
# newpar
1\tEmmanuel\tEmmanuel\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1,2-coref-Emmanuel_Macron
2\tMacron\tMacron\tPROPN\tNNP\t_\t0\tflat\t_\tEntity=1)
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
4\tAngela\tAngela\tPROPN\tNNP\t_\t3\tobj\t_\tEntity=(2-person-new-nnnnn-cf1-1,2-coref-Angela_Merkel
5\tMerkel\tMerkel\tPROPN\tNNP\t_\t4\tflat\t_\tEntity=2)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tHe\the\tPRON\tPRP\t_\t5\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana-Emmanuel_Macron)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
3.1\tever\tever\tADV\tRB\t_\t_\t_\t_\t_
4\tthank\tthank\tVERB\tVB\t_\t0\troot\t_\t_
5\ther\tshe\tPRON\tPRP$\t_\t6\tnmod:poss\t_\tEntity=(3-person-new-nnnnn-cf1-2-sgl(2-person-giv:act-nnnnn-cf1-1-ana-Angela_Merkel)
6\taide\taide\tNOUN\tNN\t_\t4\tobj\t_\tEntity=3)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
1\tSilence\tsilence\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def _parts(found: tuple[tuple[float, float], ...]) -> list[float]:
    return [right / whole for right, whole in found]


def test_the_papers_example() -> None:
    """Recall and precision of each metric: 2/5 and 2/5, .42 and .50, .65 and .43."""
    assert _parts(chains.muc(KEY, RESPONSE)) == [0.4, 0.4]
    assert _parts(chains.b_cubed(KEY, RESPONSE)) == pytest.approx([35 / 12 / 7, 0.5])
    assert _parts(chains.ceaf_e(KEY, RESPONSE)) == pytest.approx([0.65, 1.3 / 3])
    assert _parts(chains.mentions(KEY, RESPONSE)) == [6 / 7, 6 / 8]


def test_the_mean_and_documents_added_up() -> None:
    counts = chains.Counts()
    counts.add(KEY, RESPONSE)
    once = counts.scores()
    assert once["conll"]["f1"] == pytest.approx((0.4 + 0.4545 + 0.52) / 3, abs=1e-3)
    counts.add(KEY, RESPONSE)
    assert counts.scores() == once
    counts.add([{"alone"}], [{"other"}])
    assert counts.scores() == once, "chains of one mention are left out"


def test_what_agrees_wholly_has_a_score_of_one() -> None:
    counts = chains.Counts()
    counts.add(KEY, KEY[::-1])
    assert all(score["f1"] == 1 for score in counts.scores().values())


@given(st.integers(1, 4).flatmap(lambda n: st.lists(
    st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=1, max_size=4)))  # fmt: skip
def test_the_best_alignment_is_that_of_trying_all(values: list[list[float]]) -> None:
    rows = values if len(values) <= len(values[0]) else list(zip(*values, strict=True))
    tried = (
        sum(row[c] for row, c in zip(rows, columns, strict=True))
        for columns in permutations(range(len(rows[0])), len(rows))
    )
    assert chains.best(values) == pytest.approx(max(tried))


def test_a_file(tmp_path: Path) -> None:
    """Words are put together again, multiword tokens too; mentions nest and have heads."""
    path = tmp_path / "Talks.conllu"
    path.write_text(PAGE, encoding="utf-8")
    (talks,) = gum.documents(path)
    assert talks.text == "Emmanuel Macron met Angela Merkel. He didn't thank her aide.\n\nSilence."
    assert (talks.name, talks.published) == ("Talks", "2017-07-07")
    assert [talks.text[p.start : p.end] for p in talks.paragraphs][1:] == ["Silence."]
    assert [(talks.text[m.span.start : m.span.end], m.entity, m.identity) for m in talks.mentions] == [
        ("Emmanuel Macron", "1", "Emmanuel Macron"),
        ("Angela Merkel", "2", "Angela Merkel"),
        ("He", "1", "Emmanuel Macron"),
        ("her aide", "3", None),
        ("her", "2", "Angela Merkel"),
    ]
    assert [talks.text[m.head.start : m.head.end] for m in talks.mentions][3] == "aide"


def test_a_score(tmp_path: Path) -> None:
    """Names and pronouns are matched with ours, and names with the registry's persons."""
    path = tmp_path / "Talks.conllu"
    path.write_text(PAGE, encoding="utf-8")
    (talks,) = gum.documents(path)
    drawn = read("[Emmanuel Macron]PER met [Angela Merkel]PER . He didn't thank her aide .", "Silence .")
    assert talks.text == drawn.article.text.rstrip()
    scores = coreference.score([path], lambda _: drawn, errors=9)
    assert scores["identities"] == {"right": 1.0, "reach": 1.0}
    assert scores["persons"]["mentions"]["precision"] == 1
    assert scores["persons"]["conll"]["f1"] > 0.5
    assert isinstance(scores["errors"], list)


SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "gum" / "dev" / "dep"


@pytest.mark.skipif(not SHARED.exists(), reason="the folder shared beside the repository is not there")
def test_gums_own_texts_come_out_again() -> None:
    """Each sentence of GUM's stands in the text, and each mention begins and ends with a word."""
    path = min(SHARED.glob("*.conllu"))
    (document,) = gum.documents(path)
    told = [x[9:] for x in path.read_text(encoding="utf-8").splitlines() if x.startswith("# text = ")]
    assert all(text.strip() in document.text for text in told)
    assert all(m.span.contains(m.head) for m in document.mentions)
