public import HeedModel

/// A kind of place where people talk.
///
/// Small on purpose: each further ability is a protocol of its own, and what an account may do is data
/// (`Capabilities`). A value is shared by all accounts and sources of its network and holds no state of theirs.
public protocol Network: Sendable {
  var name: NetworkName { get }
  /// What people call it: "Mastodon".
  var title: Message { get }

  /// What this network, or this account's server, can do; asked of the server, never assumed.
  /// - Throws: `NetworkError` when the server does not say.
  func capabilities(of account: AccountAccess?) async throws -> Capabilities

  /// Asks a source once for what came since its cursor.
  ///
  /// Repeating it with the same cursor brings the same events again, which is harmless. Brings what it could get before
  /// a failure, with the cursor behind it, rather than nothing.
  func listen(to source: ListeningSource) async throws -> Heard

  /// What the desk could hear at what somebody typed: a word, an address. Empty when it means nothing here.
  /// Asks for no right and sends nothing but what it says in `Offer.asks`.
  func offers(for typed: String) async throws -> [Offer]

  /// Whether whoever speaks there is invented, to learn on.
  var isInvented: Bool { get }

  /// Whom a reply of ours in a public thread answers; `author` where a network says nothing.
  var replyReach: ReplyReach { get }
}

extension Network {
  public var replyReach: ReplyReach { .author }
  public var isInvented: Bool { false }
}

/// Hears without asking again and again, where the place has a stream.
public protocol Streaming: Network {
  /// What comes, as it comes; ends by throwing when the connection is lost. The listener then asks by `listen` for what
  /// was missed, and tries the stream again. Events that both bring are found as doubles.
  func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error>
}

/// Takes replies from programs.
public protocol Answering: Network {
  /// Sends one message, once.
  /// - Throws: `NetworkError`, which says whether it certainly did not go out.
  func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent

  /// Looks for a message whose sending ended in doubt, on the account's own timeline.
  func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found
}

/// Keeps no keys, and tells what arrived by how the place stood before.
public protocol Marking: Answering {
  /// How the place stands to which a message is about to go for the first time. The desk keeps it before anything is handed
  /// over and gives it with every attempt and every search (`OutgoingMessage.stoodBefore`), also after a restart.
  /// - Returns: ids and numbers alone, nobody's words; `nil` where nothing needs to be remembered.
  /// - Throws: `NetworkError`; then nothing is sent.
  func mark(before message: OutgoingMessage, as account: AccountAccess) async throws -> String?
}

/// Lets us change our own words in place.
public protocol Editing: Network {
  func edit(_ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess)
    async throws -> Sent

  /// A post of ours as it was written, with all that `edit` would replace; `nil` where the place keeps it in no other form
  /// than the one that it shows.
  func written(_ post: RemoteReference, as account: AccountAccess) async throws -> String?

  /// Whether `edit` can change a post like this one of ours at all; asks nobody.
  func mayEdit(_ post: RemoteReference) -> Bool
}

extension Editing {
  public func written(_ post: RemoteReference, as account: AccountAccess) async throws -> String? {
    nil
  }

  public func mayEdit(_ post: RemoteReference) -> Bool { true }
}

/// Lets us take our own words away. Deleting what is gone already succeeds.
public protocol Deleting: Network {
  func delete(_ post: RemoteReference, as account: AccountAccess) async throws

  /// Whether `delete` can take a post like this one of ours away at all; asks nobody.
  func mayDelete(_ post: RemoteReference) -> Bool
}

extension Deleting {
  public func mayDelete(_ post: RemoteReference) -> Bool { true }
}

/// Knows whole threads.
public protocol Threading: Network {
  /// All that can be seen around a post: what stands above and below it.
  func thread(around post: RemoteReference, as account: AccountAccess?) async throws
    -> [RemoteEvent]
}

/// Tells what became of posts heard before: for sources that are asked, not streamed.
public protocol Rechecking: Network {
  /// One event for each post that changed or went; nothing for those that stand unchanged.
  /// - Parameter posts: at most `rechecksAtOnce`, for what came of them is lost where one throws.
  func recheck(_ posts: [RemoteReference], as account: AccountAccess?) async throws
    -> [RemoteEvent]

  /// How many posts one call takes; one unless said otherwise.
  var rechecksAtOnce: Int { get }

  /// How many posts are looked at in one pass of five minutes, over all sources that are asked as this account, or as
  /// nobody. Where calls are counted it leaves the most of them to hearing; what is left over has its turn later.
  func rechecksInPass(as account: AccountAccess?) -> Int

  /// Who counts the calls for a source that is asked as nobody: a server of its own, or empty where one counts for all.
  func server(of source: ListeningSource) -> String
}

extension Rechecking {
  public var rechecksAtOnce: Int { 1 }
  public func rechecksInPass(as account: AccountAccess?) -> Int { 40 }
  public func server(of source: ListeningSource) -> String { "" }
}

/// Takes pictures and other media, with their alternative text.
public protocol MediaTaking: Network {
  /// - Returns: what `OutgoingMessage.media` names.
  func upload(_ media: OutgoingMedia, as account: AccountAccess) async throws -> RemoteID
}

/// Takes pictures within the message itself (`OutgoingMessage.enclosed`): nothing is uploaded before.
public protocol MediaEnclosing: Network {}

/// Gives out pictures and other media that nobody else can fetch: because only an account may see them, or because the
/// place is no address of the world.
public protocol MediaGiving: Network {
  /// The bytes behind an address that a post or a handle of this network carries; `nil` when they are not its to give,
  /// and may be fetched like everything else.
  func medium(at address: String, as account: AccountAccess?) async throws -> [UInt8]?
}

/// Is asked by its servers who the desk is: they read that at an address of the desk's own.
public protocol Presenting: Network {
  /// What stands there, as JSON. It holds no secret.
  func presentation(of desk: DeskAddress) -> String
}

/// Needs somebody to sign in before it can be answered there.
public protocol SigningIn: Network {
  /// What the form asks for, for the server that was typed.
  func begin(at server: String, desk: DeskAddress) async throws -> SignInStep

  /// Ends a sign-in with what came back: a code from the redirect, or one that was pasted, or a token.
  func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn

  /// Whether anything has to be said to sign in: a server or an address, and what comes back from it.
  var asksToSignIn: Bool { get }

  /// What is typed to sign in again with an account: its server, unless the place wants its address.
  func typed(toSignInAt server: String, as address: String) -> String
}

extension SigningIn {
  public var asksToSignIn: Bool { true }
  public func typed(toSignInAt server: String, as address: String) -> String { server }
}
