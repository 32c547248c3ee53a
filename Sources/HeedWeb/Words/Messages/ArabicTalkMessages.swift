/// Answering, what stands against it, and what became of a reply.
extension MessageWords {
  static let arabicTalk: Room = [
    "Somebody else": "شخص آخر",
    "%1 Your draft is kept.": "%1 مسودتك محفوظة.",
    "Write something first.": "اكتب شيئًا أولًا.",
    "%1 takes no replies from programs. Your draft is kept.":
      "لا يقبل %1 ردودًا من البرامج. مسودتك محفوظة.",
    "This is %1 over the %2 that fit there. Your draft is kept.":
      "يزيد هذا بمقدار %1 على الحد الأقصى هناك، وهو %2. مسودتك محفوظة.",
    "A picture of yours is gone. Add it again.": "إحدى صورك لم تعد هنا. أضفها مرة أخرى.",
    "No pictures can be sent there.": "لا يمكن إرسال صور إلى هناك.",
    "At most %1 fit there.": .counted { n in
      Plural.arabic(
        n, "لا مكان هناك لصور.", "لا مكان هناك إلا لصورة واحدة.", "لا مكان هناك إلا لصورتين.",
        "لا مكان هناك لأكثر من %1 صور.", "لا مكان هناك لأكثر من %1 صورة.",
        "لا مكان هناك لأكثر من %1 صورة.")
    },
    "Pictures of the type %1 are not taken there.": "لا تُقبل هناك صور من النوع %1.",
    "A picture is too large for that place.": "إحدى الصور أكبر مما يُقبل هناك.",
    "No account of yours is connected there. A lead can connect one; your draft is kept.":
      "لا حساب لكم مربوطًا هناك. يستطيع قائد أن يربط حسابًا، ومسودتك محفوظة.",
    "That handle is another member's own. Choose a different one.":
      "هذا الحساب ملك لعضو آخر. اختر غيره.",
    "%1 has this just now. Your draft is kept.": "هذه عند %1 الآن. مسودتك محفوظة.",
    "%1 answered meanwhile. Read it first; your draft is kept.":
      "أجاب %1 في هذه الأثناء. اقرأ جوابه أولًا، ومسودتك محفوظة.",
    "What you answer was taken away by its author. Your draft is kept.":
      "أزال صاحب المنشور ما تجيب عنه. مسودتك محفوظة.",
    "That is longer than any network takes. It was not saved.":
      "هذا أطول مما تقبله أي شبكة، ولم يُحفظ.",
    "Choose a file first.": "اختر ملفًا أولًا.",
    "This is no picture that can be sent: use JPEG, PNG, GIF or WebP.":
      "لا يمكن إرسال هذه الصورة. استعمل JPEG أو PNG أو GIF أو WebP.",
    "Say in words what the picture shows, for those who cannot see it.":
      "صف بالكلمات ما تعرضه الصورة لمن لا يراها.",
    "There is no such picture.": "لا توجد صورة كهذه.",
    "There is no such reply.": "لا يوجد رد كهذا.",
    "There is no such reply of yours.": "ليس لك رد كهذا.",
    "It is on its way already. You can still edit or delete it once it arrived.":
      "هو في الطريق الآن. يمكنك تعديله أو حذفه بعد وصوله.",
    "You said that it did not arrive.": "قلت إنه لم يصل.",
    "Only whoever wrote it, or a lead, can decide this.": "يقرر هذا من كتبه أو قائد.",
    "Only whoever wrote it, or a lead, can change it.": "يعدّله من كتبه أو قائد.",
    "Posts cannot be changed there. Answer with a correction instead.":
      "لا يمكن تعديل المنشورات هناك. أجب بتصحيح بدلًا من ذلك.",
    "Posts cannot be taken away there.": "لا يمكن حذف المنشورات هناك.",
    "That post of ours is not here any more.": "لم يعد منشورنا هذا هنا.",
  ]

  static let arabicDelivery: Room = [
    "The account was removed. Connect it again, then send once more.":
      "أُزيل الحساب. اربطه من جديد ثم أرسل مرة أخرى.",
    "This network takes no replies from here.": "لا تقبل هذه الشبكة ردودًا من هنا.",
    "What it answers is gone from the record.": "ما يجيب عنه لم يعد في السجل.",
    "The account's token could not be opened: the desk's key changed. Sign in again.":
      "تعذّر فتح رمز الحساب لأن مفتاح المكتب تغيّر. سجّل دخول الحساب من جديد.",
    "What it answers was taken away by its author.": "أزال صاحب المنشور ما يجيب عنه.",
    "This network takes no pictures.": "لا تقبل هذه الشبكة صورًا.",
    "A picture of this reply is gone from the desk's folder. Add it again.":
      "إحدى صور هذا الرد لم تعد في مجلد المكتب. أضفها مرة أخرى.",
    "%1 The desk tried for a day.": "%1 حاول المكتب يومًا كاملًا.",
    "It did not arrive. The desk tried for a day.": "لم يصل. حاول المكتب يومًا كاملًا.",
    "It may or may not have arrived. Nothing is sent twice meanwhile.":
      "ربما وصل وربما لم يصل. لن يُرسل شيء مرتين في هذه الأثناء.",
    "%1 Whether it arrived is not known.": "%1 لا يُعرف هل وصل.",
    "%1 The desk asked for a day whether it arrived.":
      "%1 سأل المكتب يومًا كاملًا هل وصل.",
    "The desk was interrupted while sending; it looks again.":
      "انقطع عمل المكتب أثناء الإرسال، وسينظر مرة أخرى.",
    "It was on its way when the backup was made.":
      "كان في الطريق عند أخذ النسخة الاحتياطية.",
  ]
}
