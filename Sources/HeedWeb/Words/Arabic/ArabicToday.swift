extension TodayWords {
  static let arabic: TodayWords = {
    var words = TodayWords.english
    words.waiting = { n, people in
      if people == n {
        return Plural.arabic(
          n,
          "لا أحد ينتظر",
          "شخص واحد ينتظر",
          "شخصان ينتظران",
          "\(n) أشخاص ينتظرون",
          "\(n) شخصًا ينتظرون",
          "\(n) شخص ينتظرون")
      }
      let wait = Plural.arabic(
        n,
        "لا محادثة تنتظر",
        "محادثة واحدة تنتظر",
        "محادثتان تنتظران",
        "\(n) محادثات تنتظر",
        "\(n) محادثة تنتظر",
        "\(n) محادثة تنتظر")
      guard let people, people > 0 else { return wait }
      return
        "\(wait)، من \(Plural.arabic(people, "لا أحد", "شخص واحد", "شخصين", "\(people) أشخاص", "\(people) شخصًا", "\(people) شخص"))"
    }
    words.nobodyWaits = "لا أحد ينتظر"
    words.waits = "ينتظر منذ"
    words.moreWait = { n in
      """
      \(Plural.arabic(n, "لا أحد غيرهم", "ينتظر شخص آخر", "ينتظر شخصان آخران", "ينتظر \(n) آخرون", "ينتظر \(n) آخرون", "ينتظر \(n) آخرون")).
      """
    }
    words.cameBackCount = { n in
      """
      \(Plural.arabic(n, "لم يصلك رد", "وصلك رد واحد", "وصلك ردّان", "وصلتك \(n) ردود", "وصلك \(n) ردًا", "وصلك \(n) رد")).
      """
    }
    words.seeThem = "انظر إليها"
    words.cameBack = "ما عاد إليك"
    words.aboutUs = "عنكم، ويسألون"
    words.aboutUsHint = "قيل عنكم لا إليكم. لا أحد ينتظر حتى يتبناه أحدكم."
    words.takeUp = "تبنَّ"
    words.takeUpOf = { name in "تبنَّ ما قاله \(name)" }
    words.putAsideCount = { n in
      Plural.arabic(
        n,
        "لا شيء وُضع جانبًا",
        "وُضعت محادثة جانبًا كرسالة مزعجة",
        "وُضعت محادثتان جانبًا كرسائل مزعجة",
        "وُضعت \(n) محادثات جانبًا كرسائل مزعجة",
        "وُضعت \(n) محادثة جانبًا كرسائل مزعجة",
        "وُضعت \(n) محادثة جانبًا كرسائل مزعجة")
    }
    words.putAside = "موضوع جانبًا"
    words.putAsideLead =
      "قيل لكم وقُرئ رسالةً مزعجة: لا أحد ينتظر بسببه، ويبقى ما تبقى أي محادثة. أعد ما ليس كذلك فينتظر من جديد ويتعلم المكتب منه. لا يوضع جانبًا أحد يعرفه أحدكم أو أجبتموه."
    words.putAsideNone = "لا شيء موضوع جانبًا."
    words.readAsSpam = "قُرئ رسالةً مزعجة، من شخص لا يعرفه أحد منكم"
    words.calledSpamBy = { name in "سمّاه \(name) رسالة مزعجة" }
    words.bringBack = "أعده"
    words.bringBackOf = { name in "أعد ما قاله \(name)" }
    words.isPutAside = "موضوع جانبًا: قُرئ رسالةً مزعجة."
    words.resting = { n in
      Plural.arabic(
        n,
        "لا مؤجل",
        "محادثة مؤجلة",
        "محادثتان مؤجلتان",
        "\(n) محادثات مؤجلة",
        "\(n) محادثة مؤجلة",
        "\(n) محادثة مؤجلة")
    }
    words.wroteBefore = "كتب إليكم من قبل"
    words.handedToYou = { name in "\(name) يسلّمك هذا" }
    words.handedOn = { name in "سُلّم إلى \(name)" }
    words.yours = "لك"
    words.yourDraft = "مسودتك"
    words.claimedBy = { name in "عند \(name)" }
    words.isWriting = { name in "\(name) يكتب" }
    words.replyFailed = { name in "لم يخرج ردك إلى \(name)." }
    words.replyUnknown = { name in "لا أحد يعرف هل وصل ردك إلى \(name)." }
    words.allAnswered = "كل من كلّمكم نال جوابًا."
    words.allAnsweredHint = "تظهر الكلمات الجديدة هنا تلقائيًا."
    words.seeHeard = "انظر ما يقال"
    words.noAccount = "لا يستطيع أحد مخاطبتكم هنا بعد."
    words.noAccountHint = "تسمعون ما يُقال عنكم. وعند ربط حساب لكم ينتظر هنا ما يُقال لكم."
    words.connect = "ربط حساب"
    words.nothingHeard = "لا يستمع المكتب إلى أي مكان بعد."
    words.nothingHeardHint = "تكفي كلمة أو عنوان للبدء."
    words.listen = "استمع"
    words.pickOne = "اختر شخصًا لتقرأ ما قال."
    return words
  }()
}
