/// What a member said of how a post is read: a record with who and when. One a post stands at a time.
public struct ReadingCorrection: Sendable, Hashable {
  public var id: ID<ReadingCorrection>
  public var post: ID<Post>
  public var member: ID<Member>
  public var correctedAt: Instant
  /// Theirs.
  public var reading: Reading
  /// What a reader had made of it.
  public var was: Reading
  /// The one that stood when this one was made, and stands again once this one is undone.
  public var insteadOf: ID<ReadingCorrection>?
  /// Undone, or another one took its place.
  public var endedAt: Instant?

  public init(
    id: ID<ReadingCorrection>, post: ID<Post>, member: ID<Member>, correctedAt: Instant,
    reading: Reading, was: Reading, insteadOf: ID<ReadingCorrection>? = nil,
    endedAt: Instant? = nil
  ) {
    self.id = id
    self.post = post
    self.member = member
    self.correctedAt = correctedAt
    self.reading = reading
    self.was = was
    self.insteadOf = insteadOf
    self.endedAt = endedAt
  }
}

/// How often a reader's word stood when a member looked at a post and said what it is.
public struct ReadingQuality: Sendable, Hashable {
  /// Posts that members looked at and told of.
  public var posts = 0
  /// Of these, where the language, the tone, and all the kinds had been read right.
  public var right: [Reading.Part: Int] = [:]
  /// Of these, where the part had been left unknown.
  public var unknown: [Reading.Part: Int] = [:]

  public init() {}

  /// Adds one post that a member told of.
  public mutating func count(_ correction: ReadingCorrection) {
    posts += 1
    let was = correction.was
    let said = correction.reading
    func add(_ part: Reading.Part, known: Bool, same: Bool) {
      if !known {
        unknown[part, default: 0] += 1
      } else if same {
        right[part, default: 0] += 1
      }
    }
    add(.language, known: was.language != nil, same: was.language == said.language)
    add(.tone, known: was.tone != nil, same: was.tone == said.tone)
    add(.kind, known: !was.kinds.isEmpty, same: was.kinds == said.kinds)
  }
}
