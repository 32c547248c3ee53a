extension ShellWords {
  static let arabic: ShellWords = {
    var words = ShellWords.english
    words.rooms = "الأقسام"
    words.skip = "إلى المحتوى"
    words.skipLine = "تجاوز الصف إلى المحادثة"
    words.today = "اليوم"
    words.heard = "ما سُمع"
    words.topics = "المواضيع"
    words.people = "الناس"
    words.wishes = "الأمنيات"
    words.mistakes = "الأخطاء"
    words.sources = "المصادر"
    words.search = "بحث"
    words.members = "الفريق"
    words.settings = "الإعدادات"
    words.audit = "السجل"
    words.more = "المزيد"
    words.hereUntil = { name, time in "\(name)، حتى \(time)" }
    words.offline = "المكتب لا يستجيب. قد يكون ما تراه قديمًا، وما تكتبه محفوظ هنا."
    words.failed = "لم ينجح ذلك. لم يُفقد شيء، حاول مرة أخرى."
    words.close = "إغلاق"
    words.cancel = "إلغاء"
    words.save = "حفظ"
    words.older = "الأقدم"
    words.counted = CountedWords(
      waiting: { n in
        Plural.arabic(
          n, "محادثة بانتظار الرد", "محادثة بانتظار الرد", "محادثتان بانتظار الرد",
          "محادثات بانتظار الرد",
          "محادثة بانتظار الرد", "محادثة بانتظار الرد")
      }, promises: "من وعودك مستحقة أو متأخرة", mistakes: "غير مصححة",
      sources: "فيها عطل", told: "جديد لك")
    return words
  }()
}
