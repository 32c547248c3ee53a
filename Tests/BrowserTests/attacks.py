"""Markup that tries to act in a reader's browser. Each calls `caught()`, which the tests listen for, or asks a host of
its own for something."""

import json
import os
import pathlib

AWAY = "https://elsewhere.invalid/taken"

MARKUP = [
    "<script>caught()</script>",
    "<scr<script>ipt>caught()</scr</script>ipt>",
    "<img src=x onerror=caught()>",
    "<img/src='x'/onerror='caught()'>",
    "<IMG SRC=x OnErRoR=caught()>",
    f"<img src='{AWAY}' srcset='{AWAY} 2x'>",
    "<svg onload=caught()>",
    "<svg><script>caught()</script></svg>",
    "<svg><animate onbegin=caught() attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:caught()'><text y=20>press</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=caught()&gt;'>",
    "<math href='javascript:caught()'>press</math>",
    "<iframe srcdoc='<script>parent.caught()</script>'></iframe>",
    "<iframe src='javascript:parent.caught()'></iframe>",
    "<object data='javascript:caught()'></object><embed src='javascript:caught()'>",
    "<a href='javascript:caught()'>press</a>",
    "<a href=' &#1; java&#10;script&colon;caught()'>press</a>",
    "<a href='JaVaScRiPt:caught()'>press</a>",
    "<a href='data:text/html,<script>opener.caught()</script>' target=_blank>press</a>",
    "<a href='vbscript:caught()'>press</a>",
    "<a href='//elsewhere.invalid/&quot; onclick=&quot;caught()'>press</a>",
    "<p onclick=caught() onmouseover=caught() onpointerenter=caught()>press</p>",
    "<details open ontoggle=caught()><summary>press</summary></details>",
    "<input autofocus onfocus=caught()>",
    "<select autofocus onfocus=caught()></select>",
    "<video autoplay onloadstart=caught()><source src=x onerror=caught()></video>",
    "<audio src=x onerror=caught()></audio>",
    "<body onload=caught()><body onpageshow=caught()>",
    f"<form action='{AWAY}'><button>press</button></form>",
    "<button formaction='javascript:caught()'>press</button>",
    f"<base href='{AWAY}/'><meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<link rel=stylesheet href='{AWAY}'><style>@import '{AWAY}'; body {{ background: url({AWAY}) }}</style>",
    f"<div style='position:fixed;inset:0;z-index:9;background:url({AWAY})'>press</div>",
    "<noscript><p title='</noscript><img src=x onerror=caught()>'>",
    "<template><img src=x onerror=caught()></template>",
    "<textarea></textarea><script>caught()</script>",
    "</p></div></main><script>caught()</script>",
    "<!--><img src=x onerror=caught()>-->",
    "<!-- --!><img src=x onerror=caught()> -->",
    "<![CDATA[<img src=x onerror=caught()>]]>",
    "<x onclick=caught() tabindex=1 id=x>press</x><style>x{animation:a}</style>",
    "<form id=a><input name=parentNode><input name=attributes></form><img name=getElementById>",
    "<div id=composer><p id=line data-fragment data-live='/signout'>press</p></div>",
    "&lt;img src=x onerror=caught()&gt;",
    "<p>" + "<b>" * 600 + "deep" + "</b>" * 600 + "</p><img src=x onerror=caught()>",
    "<p>\u202egnp.exe\u202c \u0000<img src=x onerror=caught()>\ufeff</p>",
]

NAMES = [
    "<img src=x onerror=caught()>",
    "\"><script>caught()</script>",
    "' onmouseover='caught()",
    "\u202eana\u202c</title><script>caught()</script>",
]


def items():
    """What a feed brings: each attack as words, as a title and behind a name."""
    made = [
        {"title": markup, "author": NAMES[number % len(NAMES)], "link": "javascript:caught()", "markup": markup}
        for number, markup in enumerate(MARKUP)
    ]
    return made + [{"title": "From a collection", "markup": markup} for markup in collected()]


def collected():
    """Attacks that others collected, where the collection is at hand."""
    root = pathlib.Path(os.environ.get("HEED_CORPORA", pathlib.Path(__file__).parents[2].parent / "shared" / "corpora"))
    there = root / "html-dompurify" / "expect.json"
    if not there.is_file():
        return []
    return [case["payload"].replace("alert", "caught") for case in json.loads(there.read_text(encoding="utf-8"))]
