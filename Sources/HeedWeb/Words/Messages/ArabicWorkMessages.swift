/// Conversations, people, and what everybody meets at the door.
extension MessageWords {
  static let arabicWork: Room = [
    "This conversation is not here, or it is not yours to see.":
      "هذه المحادثة ليست هنا، أو ليس لك أن تراها.",
    "%1 took this a moment before you. Nothing of yours is lost.":
      "تولّى %1 هذه قبلك بلحظة. لم يُفقد شيء لك.",
    "Only whoever took it, or a lead, can let it go.": "يتركها من تولّاها أو قائد.",
    "Choose somebody who can answer.": "اختر من يستطيع أن يجيب.",
    "It is with you already.": "هي عندك من قبل.",
    "%1 has it just now. Ask them to hand it on.": "هي عند %1 الآن. اطلب تسليمها إليك.",
    "Write the note first.": "اكتب الملاحظة أولًا.",
    "That note is gone.": "لم تعد هذه الملاحظة هنا.",
    "Only whoever wrote a note can remove it.": "لا يزيل الملاحظة إلا من كتبها.",
    "Choose a time to come, within a year.": "اختر وقتًا آتيًا خلال سنة.",
    "Choose the words in which they say that it is solved.":
      "اختر الكلمات التي يقولون فيها إنه حُلّ.",
    "Nothing of what passed with them is yours to see.": "لا شيء مما جرى معهم لك أن تراه.",
    "That post is gone.": "لم يعد هذا المنشور هنا.",
    "This topic was removed.": "أُزيل هذا الموضوع.",
    "There is no such picture any more.": "لم تعد هذه الصورة موجودة.",
    "This desk fetches nothing from elsewhere.": "لا يجلب هذا المكتب شيئًا من مكان آخر.",
    "Its server does not give it out just now.": "لا يقدّمها خادمها الآن.",
    "This page of the list is not known. Go back to its start.":
      "هذه الصفحة من القائمة غير معروفة. ارجع إلى بدايتها.",
    "Only the desk's own forms are taken here.": "لا تُقبل هنا إلا استمارات المكتب.",
    "That is too large to be taken.": "هذا أكبر من أن يُقبل.",
    "Observers read and say nothing. Ask a lead for another role.":
      "المراقب يقرأ ولا يتكلم. اطلب من قائد دورًا آخر.",
    "Only a lead can do this. Ask one of them.": "لا يفعل هذا إلا قائد. اسأل أحدهم.",
    "Address and password do not fit together. Try again.":
      "العنوان وكلمة المرور لا يتوافقان. حاول مرة أخرى.",
    "That code does not fit. Codes change every 30 seconds.":
      "هذا الرمز غير صحيح. تتغير الرموز كل 30 ثانية.",
    "That code does not fit. Check the clock of your phone and try the next one.":
      "هذا الرمز غير صحيح. تحقق من ساعة هاتفك وجرّب الرمز التالي.",
    "That is not your present password.": "ليست هذه كلمة مرورك الحالية.",
    "Use ten characters or more. A few words in a row are fine.":
      "استعمل عشرة أحرف أو أكثر. بضع كلمات متتالية تكفي.",
    "Give the name that people will know you by.": "اكتب الاسم الذي سيعرفك الناس به.",
    "Give your mail address: you sign in with it.": "اكتب عنوان بريدك، فبه تسجّل الدخول.",
    "This link was used or is over. Ask a lead for a new one.":
      "استُعمل هذا الرابط أو انتهى. اطلب من قائد رابطًا جديدًا.",
    "This link was used or is over.": "استُعمل هذا الرابط أو انتهى.",
  ]

  static let arabicListen: Room = [
    "Feeds": "الخلاصات",
    "Comments: %1": "تعليقات: %1",
    "Posts from files": "منشورات من ملفات",
    "To hear what people say to us and about us, and to answer.":
      "لنسمع ما يقوله الناس لنا وعنا، ولنجيب.",
    "To keep what was said to us before this desk, and to answer.":
      "لنحفظ ما قيل لنا قبل هذا المكتب، ولنجيب.",
    "The account was removed. Connect it again to go on.": "أُزيل الحساب. اربطه من جديد للمتابعة.",
    "Listening here failed. The desk tries again by itself.":
      "لم ينجح الاستماع هنا. يحاول المكتب مرة أخرى تلقائيًا.",
    "The desk does not listen there any more.": "لم يعد المكتب يستمع هناك.",
    "What was heard before is kept.": "ما سُمع من قبل محفوظ.",
    "%1 What was heard before is kept.": "%1 ما سُمع من قبل محفوظ.",
    "What people say to %1": "ما يقوله الناس لـ %1",
    "What %1 writes": "ما يكتبه %1",
    "Posts of those whom %1 follows": "منشورات من يتابعهم %1",
    "Posts with #%1 on %2": "منشورات فيها #%1 على %2",
    "Public posts of %1": "المنشورات العامة لـ %1",
    "That account is not connected any more.": "لم يعد هذا الحساب مربوطًا.",
  ]
}
