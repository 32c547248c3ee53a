import Foundation
import HeedModel

/// Customer-care conversations as the research set of IBM writes them, one JSON array a file
/// (https://github.com/IBM/twitter-customer-care-document-prediction).
///
/// Each becomes a thread: the lines of `dialogContent` in their order, then the brand's closing answer, which stands
/// apart in `agentURL`. Mail addresses that people wrote are masked. Ids are those of the dialogue and the post
/// together: the set tells some posts in two dialogues with different continuations.
public enum CareFile {
  struct Dialogue: Decodable {
    struct Header: Decodable {
      var company: String
      var sessionID: String
    }
    struct Turn: Decodable {
      var agent: String?
      var client: String?
      /// Somebody else who joined in.
      var client1: String?
      var datetime: FileTime
      var message: String
      var number: String

      enum CodingKeys: String, CodingKey {
        case agent, client, client1, datetime, message
        case number = "tweet_ID"
      }
    }
    struct Answer: Decodable {
      var number: String
      var words: String

      enum CodingKeys: String, CodingKey {
        case number = "tweet_ID"
        case words = "url_utterance"
      }
    }
    var dialogHeader: Header
    var dialogContent: [Turn]
    var agentURL: Answer
  }

  /// The posts of a file, numbered by the dialogue that they stand in.
  /// - Throws: `LineFault` when the file is none of these.
  public static func lines(_ bytes: [UInt8]) throws -> [NumberedLine] {
    do {
      let dialogues = try JSONDecoder().decode([Dialogue].self, from: Data(bytes))
      return dialogues.enumerated().flatMap { index, dialogue in
        lines(of: dialogue).map { NumberedLine(number: index + 1, post: $0) }
      }
    } catch let error as DecodingError {
      throw LineFault("this is no file of care conversations: " + LineFault(error).reason)
    }
  }

  private static func lines(of dialogue: Dialogue) -> [Result<PostLine, LineFault>] {
    let company = dialogue.dialogHeader.company
    var before: String?
    var lines: [Result<PostLine, LineFault>] = []
    func add(
      _ tweet: String, by author: String, _ direction: String?, _ at: FileTime, _ text: String
    ) {
      let id = "\(dialogue.dialogHeader.sessionID)/\(tweet)"
      var line = PostLine(
        id: id, author: .init(id: author, name: author, address: "@" + author), at: at.instant,
        text: masked(unescaped(text)))
      line.network = "care"
      line.direction = direction
      line.parent = before
      lines.append(.success(line))
      before = id
    }
    for turn in dialogue.dialogContent {
      if let agent = turn.agent {
        // Another brand's desk that joins in is not us.
        add(
          turn.number, by: agent, agent == company ? "ours" : nil, turn.datetime, turn.message)
      } else if let client = turn.client {
        add(turn.number, by: client, "toUs", turn.datetime, turn.message)
      } else if let other = turn.client1 {
        let isToUs = turn.message.lowercased().contains("@" + company.lowercased())
        add(turn.number, by: other, isToUs ? "toUs" : nil, turn.datetime, turn.message)
      } else {
        lines.append(
          .failure(LineFault("a turn of \(dialogue.dialogHeader.sessionID) has no author")))
      }
    }
    let closing = dialogue.agentURL
    guard let at = time(ofPost: closing.number) else {
      lines.append(.failure(LineFault("“agentURL.tweet_ID” is no number that carries a time")))
      return lines
    }
    add(closing.number, by: company, "ours", at, closing.words)
    return lines
  }

  /// The closing answer has no time of its own, and the dialogue's `duration` is broken in places; the number of a post
  /// there carries its milliseconds since 4 November 2010 above its lower 22 bits
  /// (https://docs.x.com/fundamentals/x-ids).
  static func time(ofPost id: String) -> FileTime? {
    guard let number = Int64(id), number > 1 << 22 else { return nil }
    return FileTime(Instant(milliseconds: (number >> 22) + 1_288_834_974_657))
  }

  /// Three characters arrive as entities there (https://developer.x.com/en/docs/counting-characters).
  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// People wrote their addresses in public; they are not passed on.
  static func masked(_ text: String) -> String {
    text.replacing(/[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+/, with: "[mail address]")
  }
}
