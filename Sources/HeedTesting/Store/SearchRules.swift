import HeedModel
import Testing

extension StoreConformance {
  static let searchRules = [
    Rule("everyFormOfSearchAgreesWithAPlainFilter") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = (0..<300).map { number -> NewPost in
        let terms = vocabulary.enumerated().filter { (number * 31 + $0.offset * 17) % 11 < 3 }
        return NewPost(post: make.post(Int64(number), by: author), terms: terms.map(\.element))
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      var searches: [SearchTerms] = vocabulary.flatMap { term -> [SearchTerms] in
        let prefixes = (1..<term.unicodeScalars.count).map {
          SearchTerms.prefix(String(String.UnicodeScalarView(term.unicodeScalars.prefix($0))))
        }
        return [.term(term)] + prefixes
      }
      let (a, b, c) = (
        SearchTerms.term(vocabulary[0]), SearchTerms.prefix("caf"),
        SearchTerms.term("never")
      )
      searches += [
        .all, a, .and([a, b]), .or([a, c]), .and([a, c]), .and([.or([a, b]), .or([b, c])]),
        .or([.and([a, b]), .and([b, c]), .term("_t_caf_c3")]), .and([.all, a]), .or([.all, a]),
        .or((0..<600).map { .term("w\($0)") } + [a]), .and([a, a, a]),
        .or([.term("and"), .term("or"), .term("not"), .term("near")]),
      ]
      for search in searches {
        let found = try await desk.read {
          try $0.candidates(search, before: nil, limit: 1_000, for: viewer)
        }
        let wanted = posts.filter { search.allows(Set($0.terms)) }.map(\.post.id)
        #expect(found.map(\.id) == wanted.reversed(), "\(search)")
      }
    },
    Rule("searchGoesOnBelowTheLastOne") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = (0..<40).map { number in
        NewPost(
          post: make.post(Int64(number), by: author), terms: number % 3 == 0 ? ["rare"] : ["common"]
        )
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      for term in ["rare", "common"] {
        var before: ID<Post>?
        var found: [ID<Post>] = []
        while true {
          let bound = before
          let rows = try await desk.read {
            try $0.candidates(.term(term), before: bound, limit: 4, for: viewer)
          }
          found += rows.map(\.id)
          before = rows.last?.id
          if rows.isEmpty { break }
        }
        let wanted = posts.filter { $0.terms == [term] }.map(\.post.id)
        #expect(found == wanted.reversed())
      }
    },
    Rule("whatIsKnownOfEveryMatchNarrowsTheCandidates") { desk in
      let make = desk.make
      let author = make.handle()
      let codes = ["en", "EN", "en-GB", "pt", "eng", "ｅｎ", nil]
      let posts = (0..<210).map { number -> NewPost in
        var post = make.post(Int64(number), by: author)
        post.language = codes[number % 7]
        post.reading = Reading(
          language: number % 9 == 0 ? "de" : nil, tone: Reading.Tone.allCases[number % 3],
          kinds: number % 5 == 0 ? [.question, .spam] : number % 5 == 1 ? [.praise] : [])
        if number % 4 == 0 { post.network = NetworkName("other") }
        return NewPost(post: post, terms: number % 2 == 0 ? ["shop"] : ["window"])
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      for terms in [SearchTerms.all, .term("shop"), .or([.term("shop"), .term("window")])] {
        for search in [
          StoredSearch(terms, networks: ["other"]), StoredSearch(terms, languages: ["en"]),
          StoredSearch(terms, languages: ["en", "de"], tones: [.negative]),
          StoredSearch(terms, networks: [], kinds: [.praise]),
          StoredSearch(terms, kinds: [.question, .praise], tones: [.neutral, .positive]),
          StoredSearch(terms, networks: ["other", "practice"], kinds: [.spam]),
        ] {
          let found = try await desk.read {
            try $0.candidates(search, before: nil, limit: 1_000, for: viewer)
          }
          let wanted = posts.filter { search.allows($0) }.map(\.post.id)
          #expect(found.rows.map(\.id) == wanted.reversed(), "\(search)")
          #expect(found.reached == nil)
        }
      }
    },
    Rule("aSearchThatEndsEarlySaysHowFarItLooked") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = (0..<9_000).map { number -> NewPost in
        var post = make.post(Int64(number), by: author)
        post.reading.tone = number == 100 ? .negative : .neutral
        return NewPost(post: post, terms: number % 50 == 0 ? ["shop"] : ["window"])
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      for terms in [SearchTerms.all, .term("shop"), .term("window"), .term("never")] {
        let search = StoredSearch(terms, tones: [.negative])
        var before: ID<Post>?
        var found: [ID<Post>] = []
        var looks = 0
        repeat {
          let bound = before
          let part = try await desk.read {
            try $0.candidates(search, before: bound, limit: 5, for: viewer)
          }
          found += part.rows.map(\.id)
          if let reached = part.reached { #expect(reached < bound ?? ID(.max)) }
          before = part.reached
          looks += 1
        } while before != nil && looks < 50
        #expect(before == nil)
        let isThere = terms == .all || terms == .term("shop")
        #expect(found == (isThere ? [posts[100].post.id] : []))
      }
    },
    Rule("beginningsOfWordsAreFoundHoweverCommonTheyAre") { desk in
      let make = desk.make
      let author = make.handle()
      let posts = (0..<6_000).map { number -> NewPost in
        var terms = ["every\(number % 700)", "_t_every"]
        if number % 40 == 0 { terms.append("some\(number % 3)") }
        if number == 100 || number == 4_100 { terms += ["rare", "rarer"] }
        if (2_000..<2_400).contains(number) { terms.append("past") }
        return NewPost(post: make.post(Int64(number), by: author), terms: terms)
      }
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(posts)
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let (every, some, rare): (SearchTerms, SearchTerms, SearchTerms) = (
        .prefix("ever"), .prefix("som"), .prefix("rar")
      )
      for search in [
        every, some, rare, .prefix("every12"), .prefix("pas"), .prefix("never"), .prefix("ome"),
        .and([every, some]), .and([every, .term("rare")]), .and([every, rare]),
        .and([.or([every, rare]), .term("some1"), some]), .or([rare, .term("past")]),
        .and([every, .all, rare]), .and([.all, every, .term("past")]),
        .and([.or([every, .term("past")]), .or([some, .prefix("pa")]), .term("rarer")]),
      ] {
        let found = try await desk.read {
          try $0.candidates(search, before: nil, limit: 10_000, for: viewer)
        }
        let wanted = posts.filter { search.allows(Set($0.terms)) }.map(\.post.id)
        #expect(found.map(\.id) == wanted.reversed(), "\(search)")
        let few = try await desk.read {
          try $0.candidates(search, before: wanted.last, limit: 3, for: viewer)
        }
        #expect(few.map(\.id) == wanted.dropLast().suffix(3).reversed(), "\(search)")
      }
    },
    Rule("noTextBreaksASearch") { desk in
      let make = desk.make
      let author = make.handle()
      let post = make.post(by: author)
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(post, terms: ["shop"])
      }
      let viewer = Viewer(member: make.id(), role: .observer)
      let hostile = [
        "", " ", "\"", "'", "\\", "a b", "a\"b", "a'b", "a\\", "terms:shop", "^shop", "shop*",
        "shop:*", "(", ")", "-", "NEAR(", "a:b", "\u{0}", "!", "&", "|", "<->", "SHOP", "sh-op",
      ]
      for text in hostile {
        for search in [
          SearchTerms.term(text), .prefix(text), .and([.term(text), .term("shop")]),
          .or([.prefix(text), .term("never")]),
        ] {
          let found = try await desk.read {
            try $0.candidates(search, before: nil, limit: 5, for: viewer)
          }
          // Of what no index keeps whole nothing is known: it narrows nothing.
          #expect(found.map(\.id) == [post.id], "\(search)")
        }
      }
    },
    Rule("aBookInOnePostIsKept") { desk in
      let make = desk.make
      let author = make.handle()
      let terms = ["first"] + (0..<200_000).map { "word\($0)" } + ["last"]
      let post = make.post(by: author)
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(post, terms: terms)
      }
      let found = try await desk.read {
        try $0.candidates(
          .term("first"), before: nil, limit: 5, for: Viewer(member: make.id(), role: .observer))
      }
      #expect(found.map(\.id) == [post.id])
    },
  ]

  private static let vocabulary = [
    "shop", "café", "cafés", "_t_caf_c3", "_h_ana", "日本", "日", "本語", "👍", "_e_1_20e3", "ñ",
    "straße", "w", "жизнь", "مرحبا", "2026", "a_b", "ไทย",
  ]
}

extension ListenReading {
  /// All candidates up to so many, however often it takes to look.
  func candidates(_ terms: SearchTerms, before: ID<Post>?, limit: Int, for viewer: Viewer?) throws
    -> [PostRow]
  {
    var rows: [PostRow] = []
    var before = before
    while rows.count < limit {
      let found = try candidates(
        StoredSearch(terms), before: before, limit: limit - rows.count, for: viewer)
      rows += found.rows
      guard let reached = found.reached else { break }
      before = reached
    }
    return rows
  }
}

extension StoredSearch {
  fileprivate func allows(_ post: NewPost) -> Bool {
    let reading = post.post.reading
    let code = (reading.language ?? post.post.language)?.lowercased()
    let isSpoken = languages.map { wanted in
      wanted.contains { code == $0 || code?.hasPrefix($0 + "-") == true } || code == "ｅｎ"
    }
    return terms.allows(Set(post.terms)) && isSpoken ?? true
      && networks?.contains(post.post.network.rawValue) ?? true
      && kinds.map { !$0.isDisjoint(with: reading.kinds) } ?? true
      && tones.map { wanted in reading.tone.map { wanted.contains($0) } ?? false } ?? true
  }
}

extension SearchTerms {
  /// What the terms say, plainly.
  fileprivate func allows(_ terms: Set<String>) -> Bool {
    switch self {
    case .all: true
    case .term(let term): terms.contains { Array($0.utf8) == Array(term.utf8) }
    case .prefix(let prefix): terms.contains { $0.utf8.starts(with: prefix.utf8) }
    case .and(let parts): parts.allSatisfy { $0.allows(terms) }
    case .or(let parts): parts.contains { $0.allows(terms) }
    }
  }
}
