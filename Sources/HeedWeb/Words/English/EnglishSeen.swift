import HeedModel

extension SeenWords {
  static let english = SeenWords(
    title: "Who saw it",
    link: "Who saw it",
    number: { Thousands.apart($0, by: ",") },
    decimalMark: ".",
    length: { duration in
      let minutes = Int(duration.milliseconds / 60_000)
      switch minutes {
      case ..<1: return "first seconds"
      case ..<2: return "60 seconds"
      case ..<120: return "\(minutes) minutes"
      case ..<(48 * 60): return "\(minutes / 60) hours"
      default: return "\(minutes / 1440) days"
      }
    },
    between: { low, high, likely, length, surely in
      "Between \(low) and \(high) people saw it in those \(length), most likely about \(likely)\(tail(surely))"
    },
    counted: { people, length, surely in
      "\(people) read it in those \(length), as the place itself counts\(tail(surely))"
    },
    countedBetween: { low, high, likely, length, surely in
      "About \(likely) read it in those \(length), as the place itself counts: between \(low) and \(high)\(tail(surely))"
    },
    onlySurely: { surely, length in
      Plural.english(
        surely,
        "One person surely saw it in those \(length): they did something with it. How many more, nobody can say.",
        "\(surely) people surely saw it in those \(length): they did something with it. How many more, nobody can say."
      )
    },
    nobodyKnown: { length in
      "Nobody did anything with it in those \(length) that we know of. How many saw it, nobody can say."
    },
    nobody: { length in "Nobody saw it in those \(length), by all that is known." },
    how: "How this is known",
    isCounted: { network, when in "Counted by \(network), \(when)." },
    countedHint:
      "A place counts as it likes: whoever comes twice may count twice. Where it was not asked at that minute, the truth lies between the two counts around it.",
    isEstimated: { network in "An estimate: \(network) counts no readers." },
    isEstimatedWhileUncounted: { network in
      "An estimate: \(network) has not told how many read it so far."
    },
    from: { followers, sharers, theirs in
      guard sharers > 0 else { return "From \(followers) followers when it was said" }
      let who = Plural.english(sharers, "whoever passed it on", "the \(sharers) who passed it on")
      return "From \(followers) followers when it was said, and \(theirs) who follow \(who)"
    },
    replyShare: { low, likely, high in
      "It answers somebody, so \(low) to \(high) in a hundred of our followers (likely \(likely)) were shown it at all."
    },
    share: { low, likely, high in
      low == high
        ? ", of whom \(likely) in a hundred ever see a post,"
        : ", of whom \(low) to \(high) in a hundred (likely \(likely)) ever see a post,"
    },
    halfLife: { low, likely, high in
      low == high
        ? "half of them within \(likely) minutes."
        : "half of them within \(likely) minutes (\(low) to \(high))."
    },
    overlap: { low, likely, high in
      "Of the followers of those who passed it on, \(low) to \(high) in a hundred (likely \(likely)) follow us, too, and count once."
    },
    meaning:
      "Nine times in ten the truth should lie between the two ends. It is never a single number, because nobody has one.",
    isPublished: "The numbers are published ones.",
    isFitted: { posts in
      "The numbers are fitted to \(posts) posts of ours whose readers were counted."
    },
    isChanged: { who in "The numbers were given by \(who)" },
    nothingToEstimateFrom: { network in
      "\(network) counts no readers and has not told how many follow us there, so nothing is estimated."
    },
    toAssumptions: "What is assumed, and why",
    plot: { from, to, likely, low, high in
      "Readers over time, \(from) to \(to): \(likely) at the end, range \(low) to \(high)"
    },
    asTable: "as a table",
    time: "Time",
    low: "at least",
    likely: "most likely",
    high: "at most",
    surelyTitle: "Who surely saw it",
    answered: "answered",
    liked: "liked it",
    shared: "passed it on",
    others: { n, isMore in
      let more = isMore ? " more" : ""
      return Plural.english(
        n, "One\(more) did something with it and never spoke to us: no name is kept.",
        "\(n)\(more) did something with it and never spoke to us: no names are kept.")
    },
    nobodyReacted: "Nobody did anything with it that we know of.",
    samples: "What the place counted",
    samplesHint:
      "Asked after 1, 5 and 15 minutes, 1, 6 and 24 hours, then daily for two weeks; and when it was noticed and put right. Numbers only, kept with our post.",
    noSamples: "The place has not been asked yet, or tells nothing.",
    age: "After",
    readers: "Readers",
    likes: "Likes",
    shares: "Passed on",
    answers: "Answers",
    quotes: "Quotes",
    untold: "not told",
    noticed: "marked",
    fixed: "put right",
    moment: { what, clock in "\(what), \(clock)" },
    notCounted: { moment in "\(moment): the place was not counted then." },
    attention: "What is assumed about attention",
    attentionLead:
      "Where a place counts no readers, who saw a post is estimated from these. One case in twenty is expected below the first number, half below the second, one in twenty above the third.",
    attentionNone: "No place that this desk knows tells how many listen there.",
    onlyHalfLife:
      "Readers are counted there and followers are not told, so only how fast they come has an effect: between two counts, and after the last.",
    shareLabel: "Of an audience, so many ever see a post",
    halfLifeLabel: "Half of them have seen it within",
    overlapLabel: "Of a sharer’s followers, so many follow us, too",
    repliesLabel: "An answer to somebody is shown to so many of our followers",
    inHundred: "in a hundred",
    minutes: "minutes",
    source: "Where the published numbers come from",
    note: "Where your numbers come from",
    noteHint: "Your team reads it here.",
    save: "Use these numbers",
    forget: "Use the published numbers again",
    forgetHint: "Or those fitted to your own counted posts, once there are five.")

  private static func tail(_ surely: Int) -> String { surely > 0 ? "; \(surely) surely." : "." }
}

/// Numbers with their thousands apart.
enum Thousands {
  static func apart(_ number: Int, by mark: String) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: mark)
  }
}
