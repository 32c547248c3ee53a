/// Drafts, replies and deliveries, as they are read.
public protocol TalkReading {
  /// Seen by its writer alone.
  func draft(of conversation: ID<Conversation>, by member: ID<Member>) throws -> Draft?
  /// The member's own in these conversations, in no order.
  func drafts(by member: ID<Member>, in conversations: [ID<Conversation>]) throws -> [Draft]
  /// Those of them that are stored.
  func uploads(_ ids: [ID<Upload>]) throws -> [Upload]
  /// `nil` where there is none.
  func reply(_ id: ID<Reply>) throws -> Reply?
  /// Those of them that are there, in no order.
  func replies(_ ids: [ID<Reply>]) throws -> [Reply]
  /// In the order written, whatever became of them.
  func replies(in conversation: ID<Conversation>, for viewer: Viewer) throws -> [Reply]
  /// What a member said themselves and has arrived, newest first; what they may still see.
  func delivered(by viewer: Viewer, _ page: PageRequest) throws -> Page<Reply>
  /// The reply that became a post.
  func reply(delivered post: ID<Post>) throws -> Reply?
  /// Our last reply in a conversation that answers one of these and was said before a post.
  func lastReply(
    to handles: Set<ID<Handle>>, in conversation: ID<Conversation>, before post: ID<Post>
  ) throws -> Reply?
  /// Replies that need somebody: failed or unknown, newest first; one's own, or for a lead all that they may see.
  func troubledReplies(for viewer: Viewer) throws -> [Reply]
  /// When the next queued delivery is due, if any is.
  func nextDue() throws -> Instant?
  /// What came back to a member and was not looked at yet, newest first.
  func cameBack(to viewer: Viewer, _ page: PageRequest) throws -> Page<PostRow>
  /// How many answers to them they have not seen.
  func cameBackCount(to viewer: Viewer) throws -> Int
  /// Whether something in this conversation came back to a member and was not looked at yet.
  func hasCameBack(in conversation: ID<Conversation>, to member: ID<Member>) throws -> Bool
  /// Drafts older than an instant.
  func draftsSaved(before: Instant, limit: Int) throws -> [Draft]
  /// Cards that stand, in order of title.
  func houseRules() throws -> [HouseRule]
  /// `nil` where it was taken away.
  func houseRule(_ id: ID<HouseRule>) throws -> HouseRule?
  /// Delivered replies that "said before" does not know yet, the oldest first. For the desk's own rules.
  func repliesToRemember(since: Instant, limit: Int) throws -> [SaidReply]
  /// Replies that share a band with a text, those that share most first among `limit`; of each band the newest `each`.
  /// What the viewer may see.
  func repliesAlike(bands: [Int64], each: Int, limit: Int, for viewer: Viewer) throws
    -> [SaidReply]
  /// These delivered replies, as far as the viewer may see them, in no order.
  func said(_ replies: [ID<Reply>], for viewer: Viewer) throws -> [SaidReply]
  /// Uploads that no draft or reply names any more.
  func orphanUploads(before: Instant, limit: Int) throws -> [Upload]
  /// Replies marked as being sent by a process that is gone, its lease over.
  /// - Parameter all: also those whose lease runs on: right after the start of the only process.
  func abandoned(now: Instant, all: Bool, limit: Int) throws -> [Reply]
}

/// Drafts, replies and deliveries, as they are written.
public protocol TalkWriting {
  /// In place of what they wrote there before.
  func save(_ draft: Draft) throws
  /// Deleting what is not there is harmless.
  func deleteDraft(of conversation: ID<Conversation>, by member: ID<Member>) throws
  func insert(_ upload: Upload) throws
  func update(_ upload: Upload) throws
  /// The row; its file is removed before. Deleting what is not there is harmless.
  func deleteUpload(_ id: ID<Upload>) throws
  func insert(_ reply: Reply) throws
  /// Text and delivery.
  func update(_ reply: Reply) throws
  /// Takes queued replies whose time has come, oldest first, at most one of a conversation and none behind an unsettled
  /// earlier one, and marks them as being sent. Two processes never get the same.
  /// - Parameter resting: accounts that take nothing just now.
  func lease(
    _ limit: Int, owner: String, now: Instant, until: Instant, resting: [ID<Account>]
  ) throws -> [Reply]
  /// They answered us: told to the member who spoke.
  func insertCameBack(_ post: ID<Post>, to member: ID<Member>, conversation: ID<Conversation>)
    throws
  /// Adds a card, or replaces what it said.
  func save(_ rule: HouseRule) throws
  /// Saving one twice is harmless.
  func remember(_ reply: ID<Reply>, at deliveredAt: Instant, bands: [Int64]) throws
  /// - Returns: how many were forgotten.
  func forgetSaid(before: Instant, limit: Int) throws -> Int
  /// All that came back to a member there.
  func setCameBackSeen(conversation: ID<Conversation>, by member: ID<Member>, at now: Instant)
    throws
}
