import HeedMarkup
import HeedModel
import HeedNetwork

/// What the crowd says: the post of a number is the same in every run.
///
/// Post `n` belongs to source `n % sources`. More than half answer an earlier post of their source, a few one of
/// another source that may not have come yet. Two sources speak to our accounts, some of it in private, and half of that
/// is answered by us.
struct CrowdPosts: Sendable {
  let sources: Int
  /// When post 0 was said, and how long it was from each to the next; `nil` for now.
  let span: (start: Instant, step: Duration)?
  static let accounts = 2

  private func random(_ number: Int, _ purpose: UInt64) -> Chance { Chance(number, purpose) }

  /// What post `number` answers.
  func parent(of number: Int) -> Int? {
    var chance = random(number, 1)
    guard chance.percent(55) else { return nil }
    if chance.percent(3), number > 200 { return number - 1 - chance.below(200) }
    let place = number / sources - 1 - chance.below(1 + chance.below(60))
    return place >= 0 ? place * sources + number % sources : nil
  }

  /// Whether it names an account of ours.
  func speaksToUs(_ number: Int) -> Bool {
    guard number % sources < Self.accounts else { return false }
    var chance = random(number, 2)
    return chance.percent(35) && parent(of: number) == nil
  }

  /// Whether we said it, in the place itself.
  func isOurs(_ number: Int) -> Bool {
    guard let parent = parent(of: number), speaksToUs(parent) else { return false }
    var chance = random(number, 3)
    return chance.percent(50)
  }

  func isPrivate(_ number: Int) -> Bool {
    guard speaksToUs(number) else { return false }
    var chance = random(number, 4)
    return chance.percent(6)
  }

  func post(_ number: Int, now: Instant) -> RemotePost {
    let toUs = speaksToUs(number)
    var chance = random(number, 5)
    let author = isOurs(number) ? Self.shop(number % sources) : person(number, &chance)
    let small = Vocabulary.small[Self.languages[chance.below(Self.languages.count)]]
    let mentioned =
      toUs ? Self.shop(number % sources) : chance.percent(12) ? person(number &* 31, &chance) : nil
    let html = Self.html(small.words, naming: mentioned, &chance)
    return RemotePost(
      reference: RemoteReference(
        remoteID: Self.id(number), local: toUs ? "local-\(number)" : nil,
        address: "https://crowd.example/posts/\(number)"),
      author: author, publishedAt: span.map { $0.start + $0.step * number } ?? now,
      parent: parent(of: number).map(Self.id),
      toUs: toUs, visibility: isPrivate(number) ? .private : .public, text: HTMLReader().read(html),
      media: chance.percent(8)
        ? [
          Media(
            kind: .image, address: "https://crowd.example/media/\(number).jpg",
            alternative: "A picture of it", type: "image/jpeg")
        ] : [],
      language: chance.percent(70) ? small.language : nil,
      mentions: mentioned.map { [$0.remoteID] } ?? [])
  }

  private static let languages = [0, 0, 0, 0, 0, 0, 0, 1, 2, 3]

  static func id(_ number: Int) -> RemoteID { RemoteID("https://crowd.example/posts/\(number)") }

  static func shop(_ account: Int) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteID("https://crowd.example/users/shop\(account)"),
      address: "@shop\(account)@crowd.example", name: "The Shop \(account)")
  }

  /// A few say much, and the longer it goes on the more people there are.
  private func person(_ number: Int, _ chance: inout Chance) -> RemoteHandle {
    let share = chance.unit()
    let person = Int(Double(2_000 + abs(number) % 10_000_000 / 8) * share * share * share)
    let words = Vocabulary.shared.words
    var about = random(person, 6)
    let first = words[about.below(2_000)]
    let last = words[about.below(20_000)]
    return RemoteHandle(
      remoteID: RemoteID("https://crowd.example/users/\(first)\(person)"),
      address: "@\(first)\(person)@crowd.example",
      name:
        "\(first.prefix(1).uppercased() + first.dropFirst()) \(last.prefix(1).uppercased() + last.dropFirst())",
      page: "https://crowd.example/@\(first)\(person)",
      picture: "https://crowd.example/pictures/\(person).png", isBot: person % 50 == 49)
  }

  /// A hundred to 280 bytes of words, marked up as servers do.
  private static func html(
    _ small: [String], naming mentioned: RemoteHandle?, _ chance: inout Chance
  ) -> String {
    var html = "<p>"
    var length = 0
    if let mentioned {
      let name = mentioned.address.dropFirst().prefix { $0 != "@" }
      html +=
        "<span class=\"h-card\"><a href=\"\(mentioned.page ?? mentioned.remoteID.rawValue)\" class=\"u-url mention\">@<span>\(name)</span></a></span> "
      length += name.utf8.count + 2
    }
    let wanted = 100 + chance.below(181)
    let breaks = chance.percent(20) ? wanted / 2 : Int.max
    var isBroken = false
    while length < wanted {
      let kind = chance.below(100)
      let word =
        kind < 42
        ? small[chance.below(1 + chance.below(small.count))]
        : kind < 46
          ? Vocabulary.telling[chance.below(Vocabulary.telling.count)]
          : Vocabulary.shared.word(&chance)
      html += word
      length += word.utf8.count + 1
      if !isBroken, length > breaks {
        isBroken = true
        html += ".</p><p>"
      } else {
        html += kind % 25 == 3 ? ", " : kind % 33 == 7 ? ". " : " "
      }
    }
    if chance.percent(15) {
      let tag = Vocabulary.shared.words[chance.below(500)]
      html +=
        "<a href=\"https://crowd.example/tags/\(tag)\" class=\"mention hashtag\" rel=\"tag\">#<span>\(tag)</span></a>"
    } else if chance.percent(12) {
      let page = "https://site\(chance.below(300)).example/\(Vocabulary.shared.word(&chance))"
      html += "<a href=\"\(page)\" rel=\"nofollow noopener\">\(page)</a>"
    } else if chance.percent(12) {
      html += ["🎉", "😡", "❤️", "👍"][chance.below(4)]
    }
    return html + (chance.percent(12) ? "?</p>" : "</p>")
  }
}
