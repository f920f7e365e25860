"""The readers of the corpora, on small files in each layout."""

from __future__ import annotations

from pathlib import Path

from training.corpora import names, polnear, ud
from training.passage import Passage, pack

CONLLU = """# newdoc id = one
# sent_id = 1
1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_

# sent_id = 2
1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tdo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot:x\t_\t_
"""


def test_conllu(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    ((name, document),) = ud.documents(path)
    assert name == "one"
    assert document.words == ("Envoys", "met", "do", "n't", "go")
    assert document.heads == (1, 1, 4, 4, 4)
    assert document.sentences == {0, 2}
    assert document.deprels == ("nsubj", "root", "aux", "advmod", "root")


def test_names_of_either_layout(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Sana\tS-Person\nHafez\tE-Person\nin\tO\n\nRabat\tB-Location\n", encoding="utf-8")
    sentences = list(names.rows(path))
    assert [len(s) for s in sentences] == [3, 1]
    assert names.bio([t for _, t in sentences[0]], names.WORLDWIDE) == ["B-PER", "I-PER", "O"]
    path.write_text("# text = x\n1\tRabat\tB-LOC\t-\t-\n2\tfell\tO\t-\t-\n", encoding="utf-8")
    assert next(iter(names.rows(path))) == [("Rabat", "B-LOC"), ("fell", "O")]


def test_polnear(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text("She said yes.", encoding="utf-8")
    lines = ["T1\tSource 0 3\tShe", "T2\tCue 4 8\tsaid", "T3\tContent 9 12\tyes"]
    lines.append("E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3")
    (tmp_path / "attributions" / "a_1.ann").write_text("\n".join(lines), encoding="utf-8")
    (article,) = polnear.articles(tmp_path)
    assert article.attributions == [{"source": [(0, 3)], "cue": [(4, 8)], "content": [(9, 12)]}]


def test_a_cut_span_begins_anew() -> None:
    tags = ("B-content", *["I-content"] * 199)
    document = Passage(words=("w",) * 200, breaks=frozenset({0}), attribution=tags, links=(0, *[-1] * 199))
    first, second = pack(document)
    assert first.attribution is not None
    assert second.attribution is not None
    assert second.attribution[0] == "B-content"
    assert len(first.words) + len(second.words) == 200
