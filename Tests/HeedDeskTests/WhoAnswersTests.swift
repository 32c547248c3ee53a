import Foundation
import HeedModel
import HeedTesting
import HeedTopics
import Testing

@testable import HeedDesk

/// Who answers a question in the logs of a support channel, ranked by the code of the desk: against who spoke last, who
/// speaks most, and chance. The files of this test are those that `Scripts/who-answers` does not fit on.
@Suite struct WhoAnswersTests {
  @Test(.enabled(if: Corpora.folder("who-answers-irc") != nil, "who-answers-irc is not at hand"))
  func whoAnswersIsFoundBetterThanByActivity() throws {
    let folder = try #require(Corpora.folder("who-answers-irc")).appending(path: "train")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
      $0.hasSuffix(".raw.txt") && $0.utf8.reduce(0) { $0 + Int($1) } % 2 == 1
    }
    var (model, recent, active, chance) = (Ranks(), Ranks(), Ranks(), Ranks())
    var numbers = SplitMix64(seed: 7)
    for name in names.prefix(count(14, full: names.count)) {
      var log = try ChannelLog(folder.appending(path: name))
      while let question = log.next() {
        let order = WhoKnows().ranked(question.evidence, isForeign: false).map(\.member)
        model.add(order, question.answerers)
        recent.add(question.byLast, question.answerers)
        active.add(question.byCount, question.answerers)
        chance.add(question.byLast.shuffled(using: &numbers), question.answerers)
      }
    }
    print(
      "Who answers, \(model.count) questions: \(model); who spoke last: \(recent); "
        + "who speaks most: \(active); chance: \(chance)")
    #expect(model.count > 300)
    for other in [recent, active, chance] {
      #expect(model.reciprocal > other.reciprocal * 1.3)
      #expect(model.hits > other.hits * 1.2)
    }
  }
}

/// Mean reciprocal rank, and the share of questions whose answerer is among the first three.
private struct Ranks: CustomStringConvertible {
  private(set) var count = 0
  private var reciprocals = 0.0
  private var among = 0

  var reciprocal: Double { reciprocals / Double(max(1, count)) }
  var hits: Double { Double(among) / Double(max(1, count)) }
  var description: String {
    let figures = [reciprocal, hits].map { String(format: "%.3f", $0) }
    return "\(figures[0]) reciprocal, \(figures[1]) among three"
  }

  mutating func add(_ order: [ID<Member>], _ answerers: Set<ID<Member>>) {
    count += 1
    guard let rank = order.firstIndex(where: answerers.contains) else { return }
    reciprocals += 1 / Double(rank + 1)
    if rank < 3 { among += 1 }
  }
}

/// A log walked from its beginning: each question with all that was known before it.
private struct ChannelLog {
  struct Question {
    var evidence: [HelpEvidence]
    var answerers: Set<ID<Member>>
    var byLast: [ID<Member>]
    var byCount: [ID<Member>]
  }

  private let lines: [(who: String, text: String)?]
  private var answers: [Int: [Int]] = [:]
  private var begins: Set<Int> = []
  private var at = 0
  private var index = AnsweredIndex()
  private var ids: [String: ID<Member>] = [:]
  private var last: [String: Int] = [:]
  private var spoken: [String: Int] = [:]
  private var met: [Set<String>: (weight: Double, at: Int)] = [:]
  private static let halfLife = 300.0

  init(_ raw: URL) throws {
    lines = String(decoding: try Data(contentsOf: raw), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(Self.line)
    let links = raw.path.replacing(".raw.", with: ".annotation.")
    for row in try String(contentsOfFile: links, encoding: .utf8).split(separator: "\n") {
      let ends = row.split(separator: " ").compactMap { Int($0) }.sorted()
      guard ends.count == 2 else { continue }
      if ends[0] == ends[1] {
        begins.insert(ends[0])
      } else {
        answers[ends[0], default: []].append(ends[1])
      }
    }
  }

  private static func line(_ text: Substring) -> (who: String, text: String)? {
    guard text.hasPrefix("["), let open = text.firstIndex(of: "<"),
      text.distance(from: text.startIndex, to: open) == 8, let end = text.firstIndex(of: ">")
    else { return nil }
    let who = text[text.index(after: open)..<end].lowercased()
    return (who, String(text[text.index(after: end)...].dropFirst()))
  }

  mutating func next() -> Question? {
    while at < lines.count {
      let now = at
      at += 1
      guard let (who, text) = lines[now] else { continue }
      let terms = PreparedDocument(TopicDocument(text: text)).indexTerms
      let right = Set(
        answers[now]?.compactMap { lines.indices.contains($0) ? lines[$0]?.who : nil } ?? []
      )
      .subtracting([who]).intersection(last.keys)
      let isQuestion =
        !right.isEmpty && last.count > 5 && (text.contains("?") || begins.contains(now))
      let question = isQuestion ? question(now, who, text, terms, right) : nil
      note(now, who, text, terms)
      if let question { return question }
    }
    return nil
  }

  private func question(
    _ now: Int, _ who: String, _ text: String, _ terms: [String], _ right: Set<String>
  ) -> Question {
    let shares = index.shares(terms)
    let asked = Set(text.lowercased().split { " :,".contains($0) }.map(String.init))
    let names = last.keys.filter { $0 != who }.sorted()
    let evidence = names.map { name in
      let id = ids[name] ?? ID(0)
      return HelpEvidence(
        member: id, isAskedFor: asked.contains(name), likeness: shares[id] ?? 0,
        exchanges: met[[name, who]].map { $0.weight * Self.fade(now - $0.at) } ?? 0,
        answers: spoken[name] ?? 0,
        availability: .later(hours: Double(now - (last[name] ?? now))))
    }
    func order(_ value: (String) -> Int) -> [ID<Member>] {
      names.sorted { (-value($0), $0) < (-value($1), $1) }.compactMap { ids[$0] }
    }
    return Question(
      evidence: evidence, answerers: Set(right.compactMap { ids[$0] }),
      byLast: order { last[$0] ?? 0 }, byCount: order { spoken[$0] ?? 0 })
  }

  private mutating func note(_ now: Int, _ who: String, _ text: String, _ terms: [String]) {
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    if first.hasSuffix(":") || first.hasSuffix(",") {
      let other = first.dropLast().lowercased()
      if last[other] != nil, other != who {
        let before = met[[other, who]]
        met[[other, who]] = (
          (before.map { $0.weight * Self.fade(now - $0.at) } ?? 0) + 1, now
        )
      }
    }
    let id = ids[who] ?? ID(Int64(ids.count + 1))
    ids[who] = id
    last[who] = now
    spoken[who, default: 0] += 1
    index.add(terms, by: id)
  }

  private static func fade(_ lines: Int) -> Double { pow(2, -Double(lines) / halfLife) }
}
