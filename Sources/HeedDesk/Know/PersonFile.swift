import Foundation
import HeedModel

extension PersonExport {
  /// As JSON, in the shape that `Docs/person-export.md` tells.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(File(self)))
  }

  private struct File: Encodable {
    var format = "heed-person-1"
    var organisation: String
    var made: FileTime
    var person: Human?
    var handles: [Named]
    var said: [Said]
    var teamNotes: [Note]
    var theirWords: [Word]
    var legalHolds: [Hold]
    var record: [String: Table]?
    var side: Side?
    var leftOut: [String]

    init(_ export: PersonExport) {
      let names = Dictionary(export.members.map { ($0.id, $0.name) }) { $1 }
      leftOut =
        export.side == nil
        ? [
          "Drafts that no member sent: they are seen by their writer alone and go with an erasure.",
          "Digests and sealed secrets: said as their length.",
        ]
        : [
          "How it is stored, row by row: ask us for that file. Some rows tell of our team or of others, so somebody looks first."
        ]
      organisation = export.organisation
      made = FileTime(export.madeAt)
      person = export.person.map(Human.init)
      handles = export.handles.map(Named.init)
      said = export.posts.map(Said.init)
      teamNotes = export.notes.map {
        Note(
          conversation: $0.conversation.description, by: names[$0.member], at: FileTime($0.at),
          words: $0.text)
      }
      theirWords = export.theirWords.map {
        Word(
          kind: $0.kind.rawValue, conversation: $0.conversation?.description,
          at: FileTime($0.saidAt), until: $0.restsUntil.map { FileTime($0) },
          post: $0.post?.description, wish: $0.wish?.description,
          reading: $0.reading.map(Read.init))
      }
      legalHolds = export.holds.map {
        Hold(
          reason: $0.reason, from: FileTime($0.beginsAt), until: FileTime($0.endsAt),
          lifted: $0.liftedAt.map { FileTime($0) })
      }
      if export.hidden > 0 {
        leftOut.append(
          "\(export.hidden) messages of private talk, which whoever made this file does not answer. Those who answer there see them, and so do you on your side of the desk."
        )
      }
      if export.withheldNotes > 0 {
        leftOut.append(
          "\(export.withheldNotes) notes of the team in conversations in which several people speak: they may be about somebody else."
        )
      }
      side = export.side.map(Side.init)
      guard side == nil else { return }
      record = Dictionary(export.tables.map { ($0.name, Table($0)) }) { $1 }
    }
  }

  /// What somebody's own side shows besides.
  private struct Side: Encodable {
    var promises: [Promised]
    var wishes: [Asked]
    var mistakes: [Wrong]
    var reactions: [Reacted]
    var earlierWordings: [Wording]
    var keptByLaw: [Wording]

    init(_ side: TheirSide) {
      promises = side.promises.map { row in
        Promised(
          words: row.promise.words, conversation: row.promise.conversation.description,
          made: FileTime(row.promise.madeAt), due: row.promise.dueAt.map { FileTime($0) },
          ended: row.ending?.kind.rawValue, at: row.ending?.beganAt.map { FileTime($0) })
      }
      wishes = side.wishes.map {
        Asked(
          kind: $0.kind.rawValue, title: $0.title, status: $0.status.rawValue, reason: $0.reason)
      }
      mistakes = side.mistakes.map { story in
        let mended = side.mended[story.mistake.id]
        return Wrong(
          wrong: story.mistake.words, noticed: FileTime(story.mistake.noticedAt),
          fixed: story.fixedAt.map { FileTime($0) }, right: mended?.right,
          address: mended?.address)
      }
      reactions = side.reactions.map { reaction, post in
        Reacted(
          kind: reaction.kind.rawValue, at: FileTime(reaction.at), text: post?.text.plain,
          address: post?.address)
      }
      earlierWordings = side.revisions.values.flatMap { $0 }.sorted {
        ($0.post, $0.replacedAt) < ($1.post, $1.replacedAt)
      }.map {
        Wording(
          post: $0.post.description, title: $0.title, warning: $0.warning, text: $0.text.plain,
          until: FileTime($0.replacedAt))
      }
      keptByLaw = side.held.sorted { $0.key < $1.key }.flatMap(\.value).map {
        Wording(
          post: $0.post.description, title: $0.title, warning: $0.warning, text: $0.text.plain,
          alternatives: $0.alternatives)
      }
    }
  }

  private struct Promised: Encodable {
    var words: String
    var conversation: String
    var made: FileTime
    var due: FileTime?
    var ended: String?
    var at: FileTime?
  }

  private struct Asked: Encodable {
    var kind: String
    var title: String
    var status: String
    var reason: String
  }

  private struct Wrong: Encodable {
    var wrong: String
    var noticed: FileTime
    var fixed: FileTime?
    var right: String?
    var address: String?
  }

  private struct Reacted: Encodable {
    var kind: String
    var at: FileTime
    var text: String?
    var address: String?
  }

  private struct Wording: Encodable {
    var post: String
    var title: String?
    var warning: String?
    var text: String
    var until: FileTime?
    /// Of what hung on it.
    var alternatives: [String]?
  }

  private struct Human: Encodable {
    var id: String
    var name: String
    var firstWords: FileTime
    var doNotContact: Bool

    init(_ person: Person) {
      id = person.id.description
      name = person.name
      firstWords = FileTime(person.firstWordsAt)
      doNotContact = person.doNotContact
    }
  }

  private struct Named: Encodable {
    var network: String
    var id: String
    var address: String
    var name: String
    var page: String?
    var picture: String?

    init(_ handle: Handle) {
      network = handle.network.rawValue
      id = handle.remoteID.rawValue
      address = handle.address
      name = handle.name
      page = handle.page
      picture = handle.picture
    }
  }

  private struct Said: Encodable {
    var conversation: String
    var network: String
    var id: String
    var by: String?
    var at: FileTime
    var direction: String
    var visibility: String
    var title: String?
    var warning: String?
    var text: String
    var address: String?
    var removed: FileTime?
    var wordsUntil: FileTime?
    var reading: Read

    init(_ row: PostRow) {
      let post = row.post
      conversation = post.conversation.description
      network = post.network.rawValue
      id = post.remoteID.rawValue
      by = row.author?.address
      at = FileTime(post.publishedAt)
      direction = post.direction.rawValue
      visibility = post.visibility.rawValue
      title = post.title
      warning = post.warning
      text = post.text.plain
      address = post.address
      removed = post.removedAt.map { FileTime($0) }
      wordsUntil = post.wordsUntil.map { FileTime($0) }
      reading = Read(post.reading)
    }
  }

  private struct Read: Encodable {
    var language: String?
    var tone: String?
    var kinds: [String]
    var by: String

    init(_ reading: Reading) {
      language = reading.language
      tone = reading.tone?.rawValue
      kinds = reading.kinds.map(\.rawValue).sorted()
      by = reading.by
    }
  }

  private struct Note: Encodable {
    var conversation: String
    var by: String?
    var at: FileTime
    var words: String
  }

  private struct Word: Encodable {
    var kind: String
    var conversation: String?
    var at: FileTime
    var until: FileTime?
    var post: String?
    var wish: String?
    var reading: Read?
  }

  private struct Hold: Encodable {
    var reason: String
    var from: FileTime
    var until: FileTime
    var lifted: FileTime?
  }

  private struct Table: Encodable {
    var columns: [String]
    var rows: [[Cell]]

    init(_ table: StoredTable) {
      columns = table.columns
      rows = table.rows.map { $0.map(Cell.init) }
    }
  }

  private struct Cell: Encodable {
    var value: StoredTable.Value

    init(_ value: StoredTable.Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var cell = encoder.singleValueContainer()
      switch value {
      case .nothing: try cell.encodeNil()
      // Numbers of 64 bits are more than JSON's readers hold.
      case .number(let number): try cell.encode(String(number))
      case .real(let number): try cell.encode(number)
      case .text(let text): try cell.encode(text)
      case .bytes(let count): try cell.encode("\(count) bytes")
      }
    }
  }
}
