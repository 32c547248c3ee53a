extension PersonWords {
  static let arabic: PersonWords = {
    var words = PersonWords.english
    words.writesIn = { languages in "يكتب بـ\(languages)." }
    words.doNotContact = "لا يرغب في التواصل"
    words.knownAs = "معروف باسم"
    words.betweenUs = "بيننا"
    words.earlier = "سابقًا"
    words.onlyAboutUs = "تكلم عنكم لا إليكم: لا تُحفظ صفحة، وتزول الكلمات بعد أجلها."
    words.firstWords = "هذه أول كلمات إليكم."
    words.conversationsSince = { n, date in
      """
      \(Plural.arabic(n, "لا محادثات", "محادثة واحدة", "محادثتان", "\(n) محادثات", "\(n) محادثة", "\(n) محادثة")) \
      منذ \(date).
      """
    }
    words.lastWith = { name in "كان \(name) آخر من حادثهم،" }
    words.lastWithYou = "كنت آخر من حادثهم،"
    words.noneYet = "لم يكلمكم أحد بعد."
    words.noneYetHint = "من يكتب إليكم يظهر هنا مع ما جرى بينكم."
    words.noneFound = { query in "لا أحد كلمكم باسم «\(query)»." }
    words.people = "من كلّمكم"
    words.find = "ابحث بالاسم"
    words.findButton = "ابحث"
    words.lastSpoke = "آخر حديث"
    words.conversations = "المحادثات"
    words.firstSpoke = "أول حديث إليكم"
    words.whoKnows = "من منكم يعرفهم"
    words.spokeLast = { name in "\(name)، آخرًا" }
    words.facts = "بالوقائع"
    words.lawNote = "ما جرى بينكم لا أكثر. لا شيء هنا تقييم."
    words.othersAsked = "سأل آخرون مثل ذلك"
    words.allWhoAsked = "من قد يكون سأل مثل ذلك"
    words.whoAskedLike = { name in "من سأل مثل \(name)" }
    words.othersAskedLead = "وُجدوا بالكلمات وبمعناها، والأشبه أولًا. وقد يسأل بعضهم عن شيء آخر."
    words.nobodyElseAsked = "لم يسألكم أحد غيرهم عن هذا، بقدر ما تدل الكلمات."
    words.onlyLikest = "هنا الأشبه فقط، وهناك غيره أقل شبهًا."
    words.gatheredAs = "جُمع تحت"
    return words
  }()
}
