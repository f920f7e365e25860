"""A page of attacks: a report whose every part tries to be more than text."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = "<script>window.ran = 1</script>"
IMAGE = '<img src=x onerror="window.ran = 2">'
BREAKOUT = '\'"><svg onload=window.ran=3><a href="javascript:window.ran=4" onclick=window.ran=5>'
TEMPLATE = "{{ 7 * 191 }} {% raw %} ${7*191} #{7*191}"
HTMX = '<div hx-get="/add" hx-trigger="load" hx-on::load="window.ran=6">'
OVERRIDE = "\u202egnp.tset\u202c"
ISOLATES = "\u2067\u2067\u2067"
CONTROLS = "\x01\x1b[31m\x07\x7f\x9b"

PARAGRAPHS = (
    "PARIS, 6 July 2017 (Wire) - French President Emmanuel Macron met Russian President Vladimir Putin",
    f"in Paris on Thursday. {SCRIPT}\n\n",
    f'"We agree on Syria {SCRIPT} and on {IMAGE}," Macron told reporters after the talks.\n\n',
    f'"{BREAKOUT} is what we reject {OVERRIDE}{ISOLATES}," said Putin. {TEMPLATE}\n\n',
    f"Macron said that {HTMX} the ceasefire in Ukraine must hold {CONTROLS} at once.\n\n",
    f"Macron accused Russia of attacking {SCRIPT} Ukraine. Putin and Macron agreed on {BREAKOUT} the Minsk",
    f"agreements, but differed on {IMAGE} sanctions.\n\n",
    f"Lavrov{SCRIPT} Ivanov, foreign minister of Russia, will meet Jean-Yves Le Drian in Moscow{IMAGE} on",
    "9 July 2017.\n",
)

TEXT = " ".join(PARAGRAPHS)

META = {
    "title": f"Title {SCRIPT}{IMAGE}{BREAKOUT}{OVERRIDE}{CONTROLS}{TEMPLATE}",
    "source": f"Outlet {BREAKOUT}{SCRIPT}{OVERRIDE}",
    "url": "javascript:window.ran=7//https://example.org/",
    "published": "2017-07-06",
}

PAGE = f"""<!doctype html><html><head><title>Meeting {BREAKOUT}</title>
<meta property="og:url" content="data:text/html,{SCRIPT}"></head><body><article>
<h1>Macron &lt;script&gt;window.ran=8&lt;/script&gt; met Putin</h1>
<p>HAMBURG, 7 July 2017 - Emmanuel Macron met Vladimir Putin in Hamburg on Friday,
&lt;img src=x onerror=window.ran=9&gt; officials said. They discussed the conflict in Syria at length.</p>
<p>"There is &lt;script&gt;window.ran=10&lt;/script&gt; no other way," Putin told reporters in
the German city.</p>
</article></body></html>"""


def write(folder: Path) -> None:
    """Put the pages into a folder, one under a name that is an attack too."""
    folder.mkdir(parents=True)
    for name in ("attack", "a'\"><script>window.ran=11<"):
        (folder / f"{name}.txt").write_text(
            TEXT.replace("Thursday", f"Thursday ({len(name)})"), encoding="utf-8"
        )
        (folder / f"{name}.meta.json").write_text(json.dumps(META), encoding="utf-8")
    (folder / "attack.html").write_text(PAGE, encoding="utf-8")
