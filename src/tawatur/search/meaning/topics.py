"""Short texts about what news is about, in Arabic and English: what a text or query of no topic in particular is like.

Vectors of e5 all point much the same way, and those of one language and of queries more so; their mean over varied
topics is that common part, and what a query shares with a passage beyond it is meaning. Written for this project,
Apache-2.0.
"""

from __future__ import annotations

# The same topic in both languages, as a reader would ask for it and an editor would head it.
TOPICS: tuple[tuple[str, str], ...] = (
    ("البرلمان يناقش مشروع الموازنة العامة", "parliament debates the state budget"),
    ("فيضانات تغمر قرى بعد أمطار غزيرة", "floods submerge villages after heavy rain"),
    ("افتتاح معرض الكتاب السنوي", "annual book fair opens"),
    ("مصرع ركاب في حادث حافلة على طريق سريع", "passengers die in motorway bus crash"),
    ("ارتفاع أسعار النفط في الأسواق", "oil prices rise on the markets"),
    ("فوز فريق محلي بكأس الدوري", "local team wins the league cup"),
    ("محكمة تصدر حكما في قضية فساد", "court rules in corruption case"),
    ("زلزال يهدم منازل في منطقة جبلية", "earthquake destroys houses in mountain area"),
    ("وقف إطلاق النار بعد أسابيع من القتال", "ceasefire after weeks of fighting"),
    ("إضراب المعلمين للمطالبة بزيادة الأجور", "teachers strike for higher pay"),
    ("شركة طيران تطلق رحلات جديدة", "airline launches new routes"),
    ("وفاة ممثل مسرحي بعد مرض طويل", "stage actor dies after long illness"),
    ("لقاح جديد ضد الإنفلونزا الموسمية", "new vaccine against seasonal flu"),
    ("نتائج الانتخابات الرئاسية", "presidential election results"),
    ("مهاجرون يصلون على متن قوارب", "migrants arrive by boat"),
    ("هاتف ذكي جديد بشاشة قابلة للطي", "new smartphone with folding screen"),
    ("قمة إقليمية لبحث تغير المناخ", "regional summit on climate change"),
    ("ضبط شحنة مخدرات في مطار", "drugs seized at an airport"),
    ("مزارعون يشكون من الجفاف ونقص المياه", "farmers complain of drought and water shortage"),
    ("مهرجان سينمائي يعلن جوائزه", "film festival announces its awards"),
    ("بناء محطة للطاقة الشمسية", "solar power station to be built"),
    ("إطلاق سراح رهائن بعد مفاوضات", "hostages released after talks"),
    ("نصائح لصحة القلب والنوم", "advice for heart health and sleep"),
    ("غارات جوية على مواقع عسكرية", "air strikes on military positions"),
)
