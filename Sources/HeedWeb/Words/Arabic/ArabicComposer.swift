extension ComposerWords {
  static let arabic: ComposerWords = {
    var words = ComposerWords.english
    words.yourReply = "ردك"
    words.answeredMeanwhile = { name in "أجاب \(name)" }
    words.draftKept = "مسودتك محفوظة."
    words.readIt = "اقرأه أولًا"
    words.hasWaited = { name, span in "ينتظر \(name) منذ \(span)." }
    words.youAnswer = { name in "تجيب \(name)." }
    words.standsOn = { visibility, place in "على \(place)، \(visibility)." }
    words.asYourself = { address in "تجيب بنفسك، \(address)." }
    words.asAccount = { address in "تجيب باسم \(address)،" }
    words.signed = "بتوقيع"
    words.houseRules = { place in "قواعد \(place)" }
    words.intent = "ما يراد من ردك"
    words.removeMedium = { alternative in "أزل \(alternative)" }
    words.remove = "أزل"
    words.addPicture = "صورة"
    words.file = "الملف"
    words.alternative = "ما تعرضه"
    words.alternativeHint = "لمن لا يراها. مطلوب."
    words.addIt = "أضفها"
    words.options = "خيارات"
    words.whoReads = "من يقرؤه"
    words.language = "اللغة"
    words.noLanguage = "غير محددة"
    words.warning = "تنبيه قبل كلماتك"
    words.warningHint = "اتركه فارغًا لغير ذلك."
    words.sendAs = { name in "أرسل باسم \(name)" }
    words.sendAnyway = "أرسل مع ذلك"
    words.undo = { n in "\(n) ثوانٍ للاسترجاع" }
    words.keepDraft = "احفظ مسودة"
    words.discard = "تخلّص منها"
    words.saved = "حُفظت المسودة"
    words.notSaved = "لم تُحفظ المسودة بعد، وهي باقية هنا."
    words.left = { n, limit in "بقي \(n) من \(limit)" }
    words.over = { n in "زيادة \(n)" }
    words.atMost = { n in "\(n) على الأكثر" }
    words.byHand = "اكتب هنا وانسخ وانشر هناك، ثم قل أين يوجد. ويستمر السجل من هناك."
    words.copy = "انسخ كلماتك"
    words.copyHint = "حدد كلماتك أعلاه وانسخها."
    words.copied = "نُسخ"
    words.postedWhere = "عنوان ردك هناك"
    words.postedHint = "ينظر المكتب هل توجد كلماتك هناك."
    words.posted = "نشرته هنا"
    words.postedAnyway = "سجّله رغم ذلك"
    words.earlier = { n in n == 1 ? "جواب سابق عن مثل هذا" : "أجوبة سابقة عن مثل هذا: \(n)" }
    words.earlierHint = "أجوبة عن كلمات تشبه هذه. انظر ما جاء منها قبل أن تقول الشيء نفسه."
    words.solvedIt = "قالوا إن الأمر حُلّ"
    words.theyThanked = "شكروكم"
    words.theyComplained = "ظلوا غير راضين"
    words.theyAnswered = "كتبوا من جديد"
    words.othersJoinedIn = "شارك آخرون، وهم لم يكتبوا بعد"
    words.nothingBack = "لم يعد شيء بعد"
    words.seeWhole = { who in "شاهدها كاملة: \(who)" }
    return words
  }()
}
