/// What the places outside say when something does not go out or come in.
extension MessageWords {
  static let arabicMastodon: Room = [
    "Those who passed it on or quoted it are told by their servers.":
      "من أعاد نشره أو اقتبسه يخبره خادمه.",
    "%1 could not be asked.": "تعذّر سؤال %1.",
    "%1 refused once, and not when asked again. The desk tries again.":
      "رفض %1 مرة ثم لم يرفض عند السؤال ثانية. يحاول المكتب مرة أخرى.",
    "This post is no longer on %1.": "لم يعد هذا المنشور على %1.",
    "This post is not on %1 any more.": "لم يعد هذا المنشور على %1.",
    "The desk does not go to %1: %2": "لا يذهب المكتب إلى %1: %2",
    "%1 cannot be reached. The desk tries again.": "تعذّر الوصول إلى %1. يحاول المكتب مرة أخرى.",
    "%1 did not answer in time. The desk tries again.":
      "لم يجب %1 في الوقت المناسب. يحاول المكتب مرة أخرى.",
    "The connection to %1 broke. The desk tries again.":
      "انقطع الاتصال بـ %1. يحاول المكتب مرة أخرى.",
    "%1 sent more than the desk takes in.": "أرسل %1 أكثر مما يقبله المكتب.",
    "The certificate of %1 is not good. Nothing was said to it.":
      "شهادة %1 غير صالحة. لم يُقل له شيء.",
    "%1 did not answer as a web server does.": "لم يجب %1 كما يجيب خادم ويب.",
    "%1 failed often. The desk waits a while before it asks again.":
      "تعثّر %1 مرارًا. ينتظر المكتب قليلًا قبل أن يسأل مرة أخرى.",
    " It says: “%1”.": " يقول: «%1».",
    """
    %1 shows this only to people who sign in there.%2 Sign in with an account there, or ask another \
    server.
    """: "لا يعرض %1 هذا إلا لمن يسجّل الدخول هناك.%2 سجّل الدخول بحساب هناك، أو اسأل خادمًا آخر.",
    "%1 refused without a reason. The desk tries again.":
      "رفض %1 بلا سبب. يحاول المكتب مرة أخرى.",
    "%1 does not let this account act yet.%2": "لا يسمح %1 لهذا الحساب بالعمل بعد.%2",
    "%1 no longer lets this account in.%2 Sign in again.":
      "لم يعد %1 يسمح بدخول هذا الحساب.%2 سجّل دخوله من جديد.",
    "%1 does not allow this.%2": "لا يسمح %1 بهذا.%2",
    "It is no longer on %1.": "لم يعد على %1.",
    "%1 cannot do this.": "لا يستطيع %1 هذا.",
    "%1 asks for fewer calls. The desk waits as long as it says.":
      "يطلب %1 طلبات أقل. ينتظر المكتب المدة التي يحددها.",
    "%1 is busy.%2 The desk tries again.": "%1 مشغول.%2 يحاول المكتب مرة أخرى.",
    "%1 does not take it.%2": "لا يقبله %1.%2",
    "%1 has a fault of its own (%2). The desk tries again.":
      "لدى %1 عطل خاص به (%2). يحاول المكتب مرة أخرى.",
    "%1 answered in a way that the desk does not know (%2).":
      "أجاب %1 بطريقة لا يعرفها المكتب (%2).",
    "%1 may still be taking the message in. The desk looks again before it sends anything.":
      "ربما ما زال %1 يستقبل الرسالة. ينظر المكتب مرة أخرى قبل أن يرسل شيئًا.",
    "This account is not signed in on %1. Sign in again.":
      "هذا الحساب غير مسجّل الدخول على %1. سجّل دخوله من جديد.",
    "This account's server is no address. Add the account anew.":
      "خادم هذا الحساب ليس عنوانًا. اربط الحساب من جديد.",
    "%1 takes no pictures. Send the text without them.": "لا يقبل %1 صورًا. أرسل النص من دونها.",
    "%1 is still working on the picture. Try again in a minute.":
      "ما زال %1 يعالج الصورة. حاول بعد دقيقة.",
    "%1 took the picture and did not say what it is called there.":
      "أخذ %1 الصورة ولم يقل ما اسمها هناك.",
    "What you answer is no longer on %1. Your text is kept.":
      "ما تجيب عنه لم يعد على %1. نصك محفوظ.",
    """
    What you answer is not on %1: it was deleted, or this server cannot see it. Your text is kept.
    """: "ما تجيب عنه ليس على %1: حُذف، أو لا يراه هذا الخادم. نصك محفوظ.",
    "%1 ended the stream.": "أنهى %1 البث.",
  ]

  static let arabicPractice: Room = [
    "Practice": "التدريب",
    "People who see the post see that it was edited. Nobody is told.":
      "من يرى المنشور يرى أنه عُدّل. لا يُخبر أحد.",
    "The practice network answered something that makes no sense.":
      "أجابت شبكة التدريب بما لا معنى له.",
    "The practice network did not answer: %1": "لم تجب شبكة التدريب: %1",
    "The practice network withdrew the right to speak there. Sign in again.":
      "سحبت شبكة التدريب حق الكلام هناك. سجّل الدخول من جديد.",
    "It is no longer there on the practice network.": "لم يعد موجودًا على شبكة التدريب.",
    "The practice network asks to wait before the next try.":
      "تطلب شبكة التدريب الانتظار قبل المحاولة التالية.",
    "The practice network refuses this.": "ترفض شبكة التدريب هذا.",
    "The practice network has trouble of its own. It is worth trying again.":
      "لدى شبكة التدريب عطل خاص بها. تستحق المحاولة مرة أخرى.",
    "The practice network closed the stream.": "أغلقت شبكة التدريب البث.",
    """
    Everybody here is invented. Say what you would say to a person, one at a time. People know the shop: closed on \
    Sundays, 10 years of guarantee on frames, 30 days to bring something back, no charger in the box of a lamp. Who \
    says otherwise is told so.
    """:
      """
    كل من هنا متخيَّل. قل ما كنت ستقوله لإنسان، واحدًا بعد واحد. الناس يعرفون المتجر: مغلق أيام الأحد، وضمان الإطارات \
    10 سنوات، و30 يومًا لإرجاع ما اشتُري، ولا شاحن في علبة المصباح. ومن قال غير ذلك قيل له.
    """,
    "Posts with #%1 on the practice network": "منشورات فيها #%1 على شبكة التدريب",
    "Everything on the practice network": "كل ما على شبكة التدريب",
    "What is said to Corner Bikes": "ما يقال لـ Corner Bikes",
    "No answer came in time.": "لم يصل جواب في الوقت المناسب.",
    "The connection broke.": "انقطع الاتصال.",
  ]

  static let arabicWire: Room = [
    "There is no host called %1. Check how it is written.":
      "لا يوجد خادم باسم %1. تحقق من كتابته.",
    "The desk is stopping. Nothing was asked.": "المكتب يتوقف. لم يُسأل أحد.",
    "%1 closed the stream.": "أغلق %1 البث.",
    "%1 cannot be reached at the moment.": "تعذّر الوصول إلى %1 الآن.",
    "%1 has been silent for too long. The connection was closed.":
      "صمت %1 أطول مما ينبغي. أُغلق الاتصال.",
    "The certificate of %1 was made out to somebody else.": "شهادة %1 صادرة لغيره.",
    "The certificate of %1 is not good.": "شهادة %1 غير صالحة.",
    "The proxy does not lead to %1.": "لا يوصل الوكيل إلى %1.",
    "The proxy wants a name and a password that it knows.":
      "يطلب الوكيل اسمًا وكلمة مرور يعرفهما.",
    "%1 could not agree on an encrypted connection.": "تعذّر الاتفاق مع %1 على اتصال مشفّر.",
    "%1 did not answer in time.": "لم يجب %1 في الوقت المناسب.",
    "The connection to %1 broke before the answer was whole.":
      "انقطع الاتصال بـ %1 قبل اكتمال الجواب.",
    "What %1 answered makes no sense.": "ما أجاب به %1 لا معنى له.",
    "%1 asked us to wait. The desk asks again by itself.":
      "طلب %1 منا الانتظار. يسأل المكتب مرة أخرى تلقائيًا.",
    "%1 has not been answering. The desk tries it again by itself.":
      "لا يجيب %1 منذ مدة. يحاول المكتب مرة أخرى تلقائيًا.",
  ]
}
