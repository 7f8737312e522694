"""The help texts of the main commands and their options in Arabic; English stands in the commands themselves."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

PROGRAM = "يقرأ صفحات الأخبار العربية: ما الذي ذُكر، ومن قاله، وعمّن نُقل، وعلى كم سلسلة مستقلة."

COMMANDS: dict[str, str] = {
    "add": """اقرأ صفحات وقسّمها إلى مقالات واقرأ هذه، واحفظ كل ذلك بأدلته.

    الصفحات المخزونة لا تُقرأ ثانية، فتشغيل الأمر نفسه يُكمل ما توقف. ما تعذرت قراءته يُستبعد بسببه. ولا يُجلب من الشبكة إلا
    ما أُعطي من عناوين وما تسمّيه خلاصات فيها.

    سطر JSONL كائن فيه `text`، ومعه إن عُرف: `id` و`title` و`outlet` و`url` و`date` (مثل 2025-07-06) و`byline`.
    وفي ملف نصي يسمّي السطر «المصدر: …» الناشر.

    مثال: `tawatur add pages/ more.jsonl --db news.db`
    """,
    "stories": """اعرض قصص قاعدة، أكبرها أولًا؛ أو اجمع مقالات معطاة أسطرَ JSON.

    مثال: `tawatur stories --db news.db`
    """,
    "story": """اعرض قصة: تسلسلها، ومن قال ماذا وعمّن نقل، والاختلافات متقابلة، والمقالات والنسخ.

    مثال: `tawatur story st-3f2a --db news.db`
    """,
    "timeline": """اعرض أحداث قصة بترتيب وقوعها، لا بترتيب نشرها.

    مثال: `tawatur timeline st-3f2a --db news.db`
    """,
    "who": """اعرض من قد يعنيه اسم: صيغه ومناصبه، والأقوال المنسوبة إليه، وما قيل عنه، وما شارك فيه.

    مثال: `tawatur who "وزير الخارجية" --db news.db`
    """,
    "why": """بيّن لماذا جُمعت أخبار، وكيف عُدّت سلاسل، ولماذا قوبلت قيم: بالكلمات وبأدلتها.

    مثال: `tawatur why h1840ecb4048a1a2c --db news.db`
    """,
    "article": """اعرض مقالًا: تاريخه وكيف عُرف، ونصه وفيه الأسماء والأقوال والأحداث والأزمنة والأعداد معلَّمة.

    مثال: `tawatur article a1 --db news.db`
    """,
    "search": """ابحث في المقالات أو الأقوال أو الأحداث، أقربها أولًا، مع الكلمات كما وردت.

    تُطلب كل الكلمات بأي صيغة كتابة؛ و`--meaning` يجد ما قيل بكلمات أخرى أو باللغة الأخرى.

    مثال: `tawatur search نواذيبو --of statements --type ينفي --db news.db`
    """,
    "serve": """اعرض قاعدة في المتصفح بالعربية والإنجليزية؛ Ctrl-C ينهيه.

    لا يكتب شيئًا إلا مع `--review`: يطبع عندئذ عنوانًا برمز لمن يراجع.

    مثال: `tawatur serve --db news.db --port 8000`
    """,
    "forget": """احذف صفحة أو مقالًا أو شخصًا مع كل ما يستند إليه؛ إضافته من جديد لا تعيده.

    `tawatur add --again` يعيد الصفحة والمقال؛ أما الشخص فلا يعود.

    مثال: `tawatur forget person "فلان الفلاني" --db news.db --yes`
    """,
    "export": """أخرج الجداول (jsonl وcsv وparquet) أو annotations أو ftm أو plover أو صفحة قصة (html).

    مثال: `tawatur export csv --table statements --bom --out statements.csv --db news.db`
    """,
    "doctor": """افحص بايثون وSQLite والمعاجم، وقاعدة البيانات إن وُجدت: ملفها وكل معلومة على نصها.

    مثال: `tawatur doctor --db news.db`
    """,
    "demo": """اقرأ صفحات كُتبت لهذا المشروع في قاعدة جديدة، واعرض القصة الكبرى، واكتبها صفحة HTML.

    مثال: `tawatur demo`
    """,
}

OPTIONS: dict[str, str] = {
    "db": "ملف قاعدة البيانات.",
    "lang": "اللغة؛ وإن لم تُذكر فلغة البيئة (TAWATUR_LANG وLC_ALL وLANG).",
    "json": "اطبع JSON بدل النص.",
    "inputs": "ملفات نص أو HTML أو JSONL أو WARC أو خلاصات، أو مجلدات منها، أو عناوين تُجلب.",
    "urls": "ملف عناوين تُجلب، عنوان في كل سطر.",
    "follow": "اجلب الصفحات التي تسمّيها ملفات الخلاصات وخرائط المواقع.",
    "again": "اجلب أيضًا ما جُلب من قبل، وأعد ما حُذف من صفحات ومقالات.",
    "workers": "عدد العمليات؛ 0: واحدة لكل نواة، أو بلا عمليات للقليل.",
    "stories": "ابنِ القصص بعد ذلك.",
    "text": "كلمات ترد كلها؛ العبارة بين «…»؛ OR؛ و-كلمة لاستبعادها (بين علامتي اقتباس: '-كلمة').",
    "of": "فيم يُبحث: المقالات أو الأقوال أو الأحداث.",
    "by": "بالكلمات أو بالمعنى (يحتاج `tawatur meaning`) أو بهما معًا.",
    "meaning": "اختصار لـ --by meaning.",
    "exact": "الكلمات كما كُتبت، بلا لواصق ولا صيغ أخرى.",
    "entity": "شخص أو جهة أو مكان: اسم أو معرّف.",
    "outlet": "كلمات من اسم الناشر.",
    "origin": "كلمات من اسم من قاله أولًا.",
    "happened_from": "تاريخ الحدث من.",
    "happened_to": "تاريخ الحدث إلى.",
    "published_from": "تاريخ النشر من.",
    "published_to": "تاريخ النشر إلى.",
    "type": "نوع الحدث (PLOVER)؛ ومع الأقوال الموقف (deny أو ينفي …) أو النقل.",
    "status": "حال الحدث: actual أو alleged أو denied أو planned …",
    "least_known": "أقل عدد من المصادر المستقلة المعروفة.",
    "limit": "كم يُعرض.",
    "offset": "كم يُتجاوز من الأول.",
    "name": "اسم بأي صيغة كتابة، أو جزء منه.",
    "host": "العنوان الذي يُستمع عليه؛ وهو هذا الجهاز وحده إن لم يُذكر.",
    "port": "المنفذ.",
    "review": "ليراجع من عنده الرمز المطبوع.",
    "reviewer": "الاسم الذي تُحفظ به القرارات.",
    "yes": "لا تسأل.",
    "out": "المجلد أو الملف الذي يُكتب فيه.",
    "quiet": "اصنع القاعدة والصفحة، واطبع موضعهما فقط.",
    "help": "اعرض هذه المساعدة.",
    "version": "اطبع رقم الإصدار.",
}


class ArabicGroup(TyperGroup):
    """A group of commands whose help is told in Arabic where there are words for it."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command with its help and that of its options in Arabic."""
        command = super().get_command(ctx, cmd_name)
        if command is not None and cmd_name in COMMANDS:
            command.help = COMMANDS[cmd_name]
            for option in command.params:
                if option.name in OPTIONS:
                    option.help = OPTIONS[option.name]  # type: ignore[attr-defined]
        return command
