"""What the commands say to the person at the terminal, Arabic and English side by side."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shlex import quote
from shutil import which

from tawatur.cli.language import Language, language
from tawatur.text.counting import counted

_MESSAGES: dict[str, tuple[str, str]] = {
    # Databases and ids
    "no_database": (
        "لا قاعدة بيانات في {db!r}؛ أنشئ واحدة بالأمر \u2066`tawatur add PATH… --db {db}`\u2069",
        "there is no database {db!r}; make one with `tawatur add PATH… --db {db}`",
    ),
    "no_story": (
        "لا قصة بالمعرّف {id!r} في {db}؛ الأمر \u2066`tawatur stories --db {db}`\u2069 يعرضها",
        "there is no story {id!r} in {db}; `tawatur stories --db {db}` lists them",
    ),
    "no_article": (
        "لا مقال بالمعرّف {id!r} في {db}؛ الأمر \u2066`tawatur search TEXT --db {db}`\u2069 يبحث في المقالات",
        "there is no article {id!r} in {db}; `tawatur search TEXT --db {db}` finds articles",
    ),
    "no_entity": (
        "لا اسم كهذا في القاعدة {db}: {name}؛ الأمر \u2066`tawatur search {name!r} --db {db}`\u2069 يبحث في النصوص",
        "no entity in {db} is called {name!r}; `tawatur search {name!r} --db {db}` looks in the texts",
    ),
    "no_id": (
        "لا شيء في {db} بالمعرّف {id!r}؛ تعرض الأوامر \u2066`tawatur stories`\u2069 و\u2066`tawatur story`\u2069"
        " و\u2066`tawatur who`\u2069 المعرّفات (وتتغير إذا بُنيت القصص من مقالات أخرى)",
        "nothing in {db} has the id {id!r}; `tawatur stories`, `tawatur story` and `tawatur who` show ids"
        " (they change when stories are built anew from other articles)",
    ),
    "no_stories": (
        "القاعدة {db} فارغة: لا قصص فيها بعد؛ أضف صفحات بالأمر \u2066`tawatur add PATH… --db {db}`\u2069",
        "{db} is empty: it holds no stories yet; add pages with `tawatur add PATH… --db {db}`",
    ),
    "database_fails": (
        "لا يمكن استعمال القاعدة {db!r}: {error}؛ هل امتلأ القرص؟ الأمر \u2066`tawatur doctor --db {db}`\u2069 يفحصها",
        "the database {db!r} cannot be used: {error}; is the disk full? `tawatur doctor --db {db}` looks",
    ),
    # add
    "nothing_given": (
        "أعطِ ملفات أو مجلدات أو عناوين: \u2066tawatur add PATH…\u2069 أو \u2066tawatur add --urls FILE\u2069",
        "give files, folders or addresses: tawatur add PATH… or tawatur add --urls FILE",
    ),
    "none_there": ("لا ملف ولا مجلد بهذا الاسم: {paths}", "there is no such file or folder: {paths}"),
    "building": ("تُبنى القصص …", "building stories …"),
    "stopped": (
        "توقف؛ ما قُرئ محفوظ: شغّل الأمر نفسه ليُكمل",
        "stopped; what was read is stored: run the same command again to go on",
    ),
    "set_aside_one": ("استُبعد: {place}: {reason}", "set aside: {place}: {reason}"),
    "set_aside_more": (
        "… و{number:,} غيرها، كلها في جدول set_aside من القاعدة",
        "… and {number:,} more, all in the database's table set_aside",
    ),
    "running": (
        "جديد: {pages:,}، معروف: {known:,}، مُستبعد: {aside:,}",
        "{pages:,} new, {known:,} known, {aside:,} set aside",
    ),
    "outcome": (
        "{inputs}: {pages} فيها {articles}؛ معروف من قبل: {known:,}",
        "{inputs}: {pages} with {articles}, {known:,} known",
    ),
    "changed": (
        "تغيّر ما حولها (التاريخ أو العنوان أو الناشر) فقُرئت من جديد: {number:,}",
        "{number:,} of the known had another date, title, outlet or address and were read again",
    ),
    "forgotten": (
        "حُذفت من قبل فلم تُضف: {number:,}؛ لإعادتها: \u2066tawatur add --again …\u2069",
        "{number:,} were forgotten earlier and stay out; `tawatur add --again …` takes them back",
    ),
    "set_aside_kind": ("مُستبعد ({kind}): {number:,}", "{number:,} set aside ({kind})"),
    "holds": (
        "في {db} الآن: {pages}، {articles}، {statements}، {events}، {stories}",
        "{db} holds {pages}, {articles}, {statements}, {events}, {stories}",
    ),
    "odd_keys": (
        "مفاتيح غير معروفة في JSONL لم تُقرأ: {keys}. المعروف: {known}",
        "keys of the JSON lines that are not known were not read: {keys}. Known: {known}",
    ),
    # search
    "nothing_asked": (
        "أعطِ كلمات للبحث أو تصفية (انظر \u2066--help\u2069)",
        "give words to look for, or a filter (see --help)",
    ),
    "exact_words": (
        "الخيار \u2066--exact\u2069 للكلمات وحدها: لا يجتمع مع \u2066--meaning\u2069 أو \u2066--by\u2069",
        "--exact is about words: it does not go with --meaning or --by",
    ),
    "no_option": (
        "لا خيار بهذا الاسم: {option}؛ الكلمة المستبعدة تُكتب بشرطة واحدة: \u2066'-word'\u2069",
        "no such option: {option}; a word to leave out has one hyphen: '-word'",
    ),
    "wrong_code": (
        "لا يُعرف {given!r} في \u2066{option}\u2069. القيم: {allowed}",
        "{given!r} is no value of {option}. Values: {allowed}",
    ),
    "no_such_name": ("لا اسم كهذا في القاعدة: {name}", "no such name in the database: {name}"),
    "near_names": ("ألعلك تريد: {names}", "perhaps you mean: {names}"),
    "nothing_found": ("لا نتائج", "nothing was found"),
    # demo, serve, forget
    "demo_read": (
        "قُرئت {pages} فيها {articles}؛ مُستبعد: {aside}",
        "read {pages} with {articles}, {aside} set aside",
    ),
    "demo_database": ("القاعدة: {db}", "database: {db}"),
    "demo_page": ("الصفحة: {page}", "page:     {page}"),
    "demo_look": ("للتصفح: \u2066tawatur serve --db {db}\u2069", "to look around: tawatur serve --db {db}"),
    "serving": (
        "\u2066http://{host}:{port}/\u2069 يعرض {db}؛ \u2066Ctrl-C\u2069 ينهيه",
        "http://{host}:{port}/ shows {db}; Ctrl-C ends it",
    ),
    "reviewing": (
        "للمراجعة: \u2066http://{host}:{port}/review/open?token={token}\u2069",
        "to review: http://{host}:{port}/review/open?token={token}",
    ),
    "cannot_listen": (
        "لا يمكن الاستماع على \u2066{host}:{port}\u2069: {error}؛ أعطِ \u2066--port\u2069 آخر",
        "cannot listen on {host}:{port}: {error}; give another --port",
    ),
    "forget_ask": (
        "أتحذف {what!r} من {db}؟ لا يعود بإضافته إلا بـ\u2066`tawatur add --again`\u2069 (والأشخاص لا يعودون)",
        "Remove {what!r} from {db}? Only `tawatur add --again` takes a page or article back; a person stays out",
    ),
    # watch and fetching
    "feeds_unopened": (
        "لا يمكن فتح {path!r}: {error}؛ تحقق من المسار",
        "cannot open {path!r}: {error}; check the path",
    ),
    "page_unread": ("لم يُقرأ {place}: {reason}", "{place} {reason}"),
    "no_feed": ("لا مصدر واحدًا في {path}", "{path} names no feed"),
    "feed_new": ("{url}: جديد: {number:,}", "{url}: {number:,} new"),
    "agent_ascii": (
        "الخيار \u2066--agent\u2069 نص ASCII يُطبع: اسم وعنوان للمراسلة",
        "--agent takes printable ASCII text alone: a name and an address to write to",
    ),
    "fetch_record_fails": (
        "لا يمكن استعمال سجل ما جُلب {path!r}: {error}؛ هل امتلأ القرص؟",
        "the record of what was fetched, {path!r}, cannot be used: {error}; is the disk full?",
    ),
    # meaning
    "meaning_missing": (
        "البحث بالمعنى يحتاج إلى حزمة اختيارية: \u2066pip install 'tawatur[meaning]'\u2069 (\u2066{error}\u2069)",
        "{error}",
    ),
    "encoded": (
        "جديد مُرمَّز: {new:,}، وله متجه من قبل: {kept:,}، محذوف: {removed:,}",
        "{new:,} encoded, {kept:,} had their vectors already, {removed:,} removed",
    ),
    "encoding": ("{kind}: {done:,} من {total:,}", "{kind}: {done:,} of {total:,}"),
    "kind_article": ("المقالات", "article"),
    "kind_statement": ("الأقوال", "statement"),
    "kind_happening": ("الأحداث", "happening"),
    "encoding_stopped": (
        "توقف؛ ما رُمّز محفوظ: شغّل الأمر نفسه ليُكمل",
        "stopped; what was encoded is kept: run the same command again to go on",
    ),
    # doctor
    "check_good": ("سليم", "ok   "),
    "check_wrong": ("خطأ ", "WRONG"),
    "check_python": ("بايثون", "python"),
    "check_sqlite": ("محرك SQLite", "sqlite"),
    "check_lexicons": ("المعاجم", "lexicons"),
    "check_database": ("القاعدة", "database"),
    "check_evidence": ("الأدلة", "evidence"),
    "check_stories": ("القصص", "stories"),
    "python_needed": ("{version}، والمطلوب 3.11 أو بعده", "{version}, 3.11 or later is needed"),
    "no_database_there": ("لا قاعدة في {db}", "there is none at {db}"),
    "no_fts": (
        "{version} بلا FTS5 ({error})؛ استعمل بايثون مبنيًا معه",
        "{version} without FTS5 ({error}); use a Python built with it",
    ),
    "with_fts": ("{version} مع FTS5", "{version} with FTS5"),
    "lexicons_fail": ("{error}؛ ثبّت الحزمة من جديد", "{error}; install the package again"),
    "lexicons_load": ("حُمّلت في {seconds:.2f} ث", "loaded in {seconds:.2f} s"),
    "database_holds": ("{db}: {pages}، {articles}، {stories}", "{db}: {pages}, {articles}, {stories}"),
    "more_faults": ("وأخطاء أخرى عددها {number:,}", "{number:,} more faults"),
    "facts_stand": ("كل الوقائع ({number:,}) قائمة في نصوصها", "all of {number:,} facts stand in their texts"),
    "stories_current": ("محدّثة", "current"),
    "stories_old": (
        "أقدم من المقالات: الأمر \u2066`tawatur add`\u2069 يبنيها من جديد",
        "older than the articles: `tawatur add` builds them again",
    ),
    # Decisions about entities
    "decided": ("حُفظ {id}: {one} / {other}: {verdict}", "{id}: {one} / {other}: {verdict}"),
    "verdict_same": ("واحد", "same"),
    "verdict_different": ("مختلفان", "different"),
    "no_decisions": (
        "لا قرار محفوظ في {db}؛ الأمر \u2066`tawatur same ONE OTHER --db {db}`\u2069 يحفظ واحدًا",
        "no decision is kept in {db}; `tawatur same ONE OTHER --db {db}` keeps one",
    ),
    # forget
    "not_removed": ("لم يُحذف شيء", "nothing was removed"),
    "removed": (
        "حُذفت {pages} و{articles}؛ صفحات تغيّرت: {changed}",
        "removed {pages} and {articles}; pages changed: {changed}",
    ),
}


def say(key: str, /, **values: object) -> str:
    """Return a message in the language of the running command; raises KeyError for one that is not known.

    Commands in it are written as they can be typed here: `called`.
    """
    told = _MESSAGES[key][0 if language() == "ar" else 1]
    program = called().replace("{", "{{").replace("}", "}}")
    return re.sub(r"\btawatur (?=[a-z])", lambda _: f"{program} ", told).format(**values)


def called() -> str:
    """Return what starts this program in the current shell: its name if that finds it, else the path that was given."""
    given = sys.argv[0]
    if Path(given).name != "tawatur" or which("tawatur") is not None:
        return "tawatur"
    return quote(given)


def number_of(noun: str, number: int, spoken: Language | None = None) -> str:
    """Return a number with its noun in the language of the running command."""
    return counted(noun, number, language(spoken))


def keys() -> tuple[str, ...]:
    """Return the keys of all messages."""
    return tuple(_MESSAGES)
