extension OutcomeWords {
  static let arabic: OutcomeWords = {
    var words = OutcomeWords.english
    words.claimed = "هذه عندك الآن."
    words.released = "تركتها."
    words.handedOver = "سُلّمت."
    words.noted = "حُفظت ملاحظة الفريق."
    words.noteRemoved = "أُزيلت الملاحظة."
    words.snoozed = "هي مؤجلة، وانتظارهم مستمر."
    words.woken = "استيقظت من جديد."
    words.done = "انتهى."
    words.solved = "حُلّ بقولهم."
    words.reopened = "فُتحت من جديد."
    words.takenUp = "تبنّيتها، وهي تنتظر جوابك."
    words.sending = "يخرج بعد لحظة."
    words.takenBack = "استُرجع، وهو مسودة من جديد."
    words.tooLateToTakeBack =
      "هو في الطريق الآن. يمكنك تعديله أو حذفه بعد وصوله."
    words.retried = "يخرج مرة أخرى."
    words.settled = "حُسم."
    words.postedSeen = "سُجّل ردًا منك. نظر المكتب ووجد كلماتك هناك."
    words.postedSaid = "سُجّل ردًا منك بناءً على قولك: لم يستطع المكتب التحقق."
    words.edited = "عُدّل. تبقى الصياغة السابقة في السجل."
    words.deleted = "أُزيل هناك، ويبقى في السجل هنا."
    words.draftDiscarded = "أُزيلت المسودة."
    words.readingSaved = "شكرًا. قراءتك محسوبة."
    words.saved = "حُفظ."
    words.uploaded = "أُضيفت الصورة."
    words.uploadRemoved = "أُزيلت الصورة من المسودة."
    words.welcome = "أهلًا وسهلًا."
    words.staleForm = "بقيت هذه الصفحة مفتوحة طويلًا. ارجع وأعد تحميلها ثم حاول مرة أخرى."
    words.typeFirst = "اكتب كلمة أو عنوانًا أولًا."
    return words
  }()
}
