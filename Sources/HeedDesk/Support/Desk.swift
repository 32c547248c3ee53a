public import HeedModel
public import HeedNetwork
public import Logging

/// The desk: every use case is a method of it, in a file named by its verb, in its room.
public struct Desk: Sendable {
  public let record: any Record
  public let networks: Networks
  let readers: ReaderBook
  let promiseFinder: any PromiseFinding
  let meanings: any MeaningFinding
  let vault: Vault
  let passwords: Passwords
  let throttle: SignInThrottle
  let codeThrottle: SignInThrottle
  let mentionThrottle = MentionThrottle()
  let uploads: any UploadFolder
  /// Media and faces of other people.
  let fetched: MediaFetch
  /// Pages of the web, for words that members posted there by hand; `nil` where nothing may be fetched.
  let pages: (any PageReading)?
  /// The way out of the desk's own; `nil` where nothing may be fetched.
  let wire: (any Wire)?
  /// Writes to members; `nil` where no mail server is configured.
  let memberMail: (any MemberMail)?
  public let clock: any DeskClock
  public let randomness: any Randomness
  public let address: DeskAddress
  let logger: Logger
  let book: TopicBook
  let risingBook = RisingBook()
  let answered = AnsweredBook()
  let asked = AskedBook()
  let gatherings = GatheringBook()
  let attentionBook = AttentionBook()
  let digestBook = DigestBook()
  let proofThrottle = ProofThrottle()
  private let ids = IDSource()
  public let presence: PresenceBoard
  /// Names this process in leases.
  let owner: String

  /// - Parameters:
  ///   - wire: for media of other people; `nil` where nothing may be fetched.
  ///   - pages: reads pages of the web; nothing is looked at there without.
  ///   - media: where they are kept for a while; nowhere without.
  ///   - memberMail: writes to members; nobody is written to without.
  ///   - isOnlyProcess: no other machine serves the same record.
  ///   - promises: finds promises in what members write; none are offered without.
  ///   - meanings: tells what words mean; likeness is of words alone without.
  public init(
    record: any Record, networks: Networks, reader: any Reader, vault: Vault,
    uploads: any UploadFolder, clock: any DeskClock, randomness: any Randomness,
    address: DeskAddress, logger: Logger, wire: (any Wire)? = nil, media: (any MediaCache)? = nil,
    pages: (any PageReading)? = nil, memberMail: (any MemberMail)? = nil,
    passwordCost: Passwords.Cost = .standard,
    isOnlyProcess: Bool = true, promises: any PromiseFinding = NoPromises(),
    meanings: any MeaningFinding = NoMeanings()
  ) {
    self.record = record
    self.networks = networks
    self.readers = ReaderBook(reader)
    self.promiseFinder = promises
    self.meanings = meanings
    self.vault = vault
    self.passwords = Passwords(cost: passwordCost, randomness: randomness)
    self.throttle = SignInThrottle()
    codeThrottle = SignInThrottle(most: SignInThrottle.codes)
    self.uploads = uploads
    self.fetched = MediaFetch(wire: wire, cache: media, clock: clock)
    self.wire = wire
    self.memberMail = memberMail
    self.clock = clock
    self.randomness = randomness
    self.pages = pages
    self.address = address
    self.logger = logger
    self.book = TopicBook()
    self.presence = PresenceBoard(sharedBy: isOnlyProcess ? nil : record)
    self.owner = randomness.token(bytes: 8)
  }

  /// A change of the record, said once, in its own transaction.
  func event(
    _ kind: EventKind, by member: ID<Member>? = nil, in conversation: ID<Conversation>? = nil,
    subject: Int64? = nil, other: ID<Member>? = nil, ordinal: Int? = nil
  ) -> Event {
    Event(
      id: newID(), kind: kind, member: member, conversation: conversation,
      subject: subject, other: other, ordinal: ordinal)
  }

  func newID<Noun>(_: Noun.Type = Noun.self) -> ID<Noun> {
    ids.next(at: clock.now(), randomness)
  }

  /// Where one place of the network's own reaches the desk; `nil` where nobody outside can.
  var isReachable: Bool {
    address.isPublic && (address.base.hasPrefix("https://") || address.base.hasPrefix("http://"))
  }

  /// - Throws: `Problem(.forbidden)` for those who only read.
  func requireVoice(_ viewer: Viewer) throws {
    guard viewer.role.maySpeak else {
      throw Problem(.forbidden, "Observers read and say nothing. Ask a lead for another role.")
    }
  }

  /// - Throws: `Problem(.forbidden)` for everyone but leads.
  func requireLead(_ viewer: Viewer) throws {
    guard viewer.role.mayLead else {
      throw Problem(.forbidden, "Only a lead can do this. Ask one of them.")
    }
  }
}

extension RecordReading {
  /// Whom to name in a message: somebody who left and was erased is somebody still.
  func name(of member: ID<Member>) throws -> Message {
    try self.member(member).map { Message(verbatim: $0.name) } ?? "Somebody else"
  }
}

/// Where media that members gave are kept, outside the database.
public protocol UploadFolder: Sendable {
  func write(_ bytes: [UInt8], name: String) async throws
  func read(_ name: String) async throws -> [UInt8]
  /// Removing what is gone is harmless.
  func remove(_ name: String) async throws
}
