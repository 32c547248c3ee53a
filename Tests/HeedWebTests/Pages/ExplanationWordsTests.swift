import HeedDesk
import HeedModel
import HeedTopics
import Testing

@testable import HeedWeb

/// What a query means, in the reader's language.
@Suite struct ExplanationWordsTests {
  private func said(_ query: String, in words: Words = .german) throws -> String {
    words.text(of: Message(try TopicQuery(query).explanation))
  }

  @Test(arguments: [
    (
      "(\"widget 3000\" OR #widget3000) straw NEAR/5 gold -hiring lang:en network:mastodon",
      "Beiträge mit „widget 3000“ oder #widget3000 und mit „straw“ im Abstand von höchstens fünf Wörtern zu „gold“, nicht mit „hiring“, auf Englisch, auf Mastodon"
    ),
    ("boston marathon", "Beiträge mit „boston“ und „marathon“"),
    ("boston (blast OR explosion)", "Beiträge mit „boston“ und mit „blast“ oder „explosion“"),
    ("lang:en,de", "Beiträge auf Englisch oder auf Deutsch"),
    ("lang:en -from:ana", "Beiträge auf Englisch, nicht von @ana"),
    ("-hiring", "Beiträge ohne „hiring“"), ("-a -b", "Beiträge ohne „a“, ohne „b“"),
    ("-lang:en -from:ana", "alle Beiträge, nur nicht auf Englisch, nicht von @ana"),
    ("(lang:en OR a) b", "Beiträge mit „b“, und zwar entweder auf Englisch oder mit „a“"),
    ("a OR -lang:en", "Beiträge entweder mit „a“ oder nicht auf Englisch"),
    ("a OR -b", "Beiträge entweder mit „a“ oder ohne „b“"),
    ("wid* =Apple", "Beiträge mit „wid“ am Wortanfang und genau „Apple“"),
    (
      "=Wid* #tag* @ana",
      "Beiträge mit genau „Wid“ am Wortanfang und mit #tag am Anfang eines Hashtags und mit @ana"
    ),
    ("a b OR c", "Beiträge mit („a“ und „b“) oder „c“"),
    ("(a -b) OR c", "Beiträge mit („a“ und nicht „b“) oder „c“"),
    ("a NEAR/1 b* ", "Beiträge mit „a“ im Abstand von höchstens einem Wort zu „b“ am Wortanfang"),
    ("a NEAR/40 b", "Beiträge mit „a“ im Abstand von höchstens 40 Wörtern zu „b“"),
    (
      "kind:question has:link to:heed source:News tone:negative link:example.org",
      "Beiträge der Art „Frage“, mit einem Link, an @heed, aus der Quelle „news“, in verärgertem Ton, mit Link zu example.org"
    ),
    ("a network:mail lang:pt-BR", "Beiträge mit „a“, per Mail, auf Portugiesisch (Brasilien)"),
    ("a lang:yo", "Beiträge mit „a“, in der Sprache „yo“"),
  ])
  func aQueryIsExplainedInGerman(query: String, explanation: String) throws {
    #expect(try said(query) == explanation)
  }

  /// Whatever is combined, nothing of it stays English, and English says what the query itself says.
  @Test func noPartOfAnExplanationStaysEnglish() throws {
    var queries = ["a NEAR/12 b -c", "=a* OR #b*", "-a", "-lang:en", "(a OR -b) (c OR lang:de)"]
    for field in TopicQuery.Attribute.Field.allCases {
      let free = field == .language ? ["de", "yo"] : ["mail", "feeds", "web", "practice"]
      for value in TopicQuery.Attribute.values(of: field) ?? free {
        queries.append("\(field.rawValue):\(value)")
      }
    }
    for query in queries {
      let explanation = try TopicQuery(query).explanation
      let message = Message(explanation)
      #expect(lacked(message) == [], "\(query)")
      #expect(Words.english.text(of: message) == explanation.text)
      #expect(message.english == explanation.text)
    }
    #expect(queries.count > 40)
  }

  private func lacked(_ message: Message) -> [String] {
    let isKnown =
      Words.german.messages[message.template] != nil
      || !message.template.contains(where: \.isLetter)
    return (isKnown ? [] : [message.template])
      + message.arguments.flatMap { argument in
        if case .message(let part) = argument { lacked(part) } else { [] as [String] }
      }
  }

  @Test func aLongQueryIsExplainedWhole() throws {
    let words = (0..<400).map { "w\($0)" }
    let text = try said(words.joined(separator: " OR "))
    #expect(text == "Beiträge mit " + words.map { "„\($0)“" }.joined(separator: " oder "))
    let deep = String(repeating: "(a ", count: 90) + "b" + String(repeating: " OR c)", count: 90)
    #expect(
      try said(deep).filter { $0 == "(" } == TopicQuery(deep).explanation.text.filter { $0 == "(" })
  }

  @Test func wordsOfAQueryArePlacesOfNobody() throws {
    #expect(try said("link:example.org/%1 -\"50%2\"").contains("example.org/%1"))
  }
}
