extension ErrorsWords {
  static let arabic: ErrorsWords = {
    var words = ErrorsWords.english
    words.notFound = "لا شيء هنا"
    words.notFoundText = "ربما أُزيل برغبة صاحبه، أو بانتهاء أجله."
    words.forbidden = "ليس لك أن ترى هذا"
    words.forbiddenText = "الكلمات الخاصة يراها من يجيب عنها، وبعض الصفحات للقادة."
    words.invalid = "شيء ما لا يصح"
    words.invalidText = "ارجع وانظر إلى الحقل المعلَّم ثم حاول مرة أخرى."
    words.seeField = "لم يُقبل. انظر ما الخطأ في الحقل المعلَّم."
    words.signedOut = "لست مسجّل الدخول"
    words.signedOutText = "سجّل الدخول من جديد، وما كتبته محفوظ مسودةً."
    words.conflict = "سبقك أحدهم"
    words.conflictText = "لم يُفقد شيء لك. انظر مرة أخرى قبل أن تتابع."
    words.tooMany = "محاولات كثيرة"
    words.tooManyText = "انتظر بضع دقائق ثم حاول مرة أخرى."
    words.unavailable = "شيء في الخارج لا يجيب"
    words.unavailableText = "لم يُفقد شيء. حاول بعد قليل."
    words.broken = "هذا خطؤنا"
    words.brokenText = "تعثّر المكتب. لم يُفقد شيء مما أكّده، وفي السجل التقني المزيد."
    words.home = "العودة إلى اليوم"
    return words
  }()
}
