import HeedModel
import HeedNetwork

extension Desk {
  /// Looks for the code where somebody says that it stands: a post of theirs, or a page of theirs that points to the
  /// desk's link with `rel=me`. Goes out through the guard like every other fetch.
  /// - Throws: `Problem`, which tells of the page alone and never of what is kept.
  public func lookForProof(token: String, at typed: String, from address: String) async throws {
    let now = clock.now()
    try await proofThrottle.admit(.look, from: address, now: now)
    guard let open = try await openProof(token: token) else {
      throw Problem(.invalid, "The half hour is over. Begin once more.")
    }
    guard let page = try? Self.webAddress(typed) else {
      throw Problem(
        .invalid,
        "That is no address of a page. Copy it from your browser, with https:// in front.",
        field: "post")
    }
    for case let network as any HandingOff & VouchingForAuthors in networks.all {
      guard let reference = network.reference(at: page) else { continue }
      return try await lookAtPost(reference, network, open, token)
    }
    guard let network = networks.all.lazy.compactMap({ $0 as? any OwnPagesReading }).first else {
      throw Problem(.unavailable, "This desk fetches nothing from elsewhere.")
    }
    try await lookAtPage(page, network, open, token)
  }

  private static let notThere: Message =
    "The code was not found there. Check that it stands on that page, then try again."

  private static let notTheirs: Message =
    "That page is not on the server where its author signs in. Give the address that the post has there."

  /// Whether a page is on the host where its author signs in.
  static func isHome(_ page: String, of author: RemoteHandle) -> Bool {
    let hosts = [author.remoteID.rawValue, author.page ?? ""].compactMap(Self.host)
    guard let host = host(page), !hosts.isEmpty else { return false }
    return hosts.allSatisfy { $0 == host }
  }

  /// As the one who is asked is found.
  private static func host(_ address: String) -> String? {
    address.contains("://") ? PlaceServer(address)?.host : nil
  }

  private func lookAtPost(
    _ reference: RemoteReference, _ network: any HandingOff & VouchingForAuthors,
    _ open: OpenProof, _ token: String
  ) async throws {
    let post: RemotePost
    do {
      post = try await network.post(reference, as: nil, isNamedByOthers: true)
    } catch let error as NetworkError {
      throw Problem(.invalid, error.text, field: "post", cause: error)
    }
    // A server that somebody names can tell anybody's name above any words.
    guard let address = reference.address, Self.isHome(address, of: post.author) else {
      throw Problem(.invalid, Self.notTheirs, field: "post")
    }
    let now = clock.now()
    let isProven = try await record.write { [self] tx in
      guard let digests = try digests(in: tx) else { return false }
      guard ProofCode.said(in: post.text).contains(open.code) else { return false }
      return try proves(post, on: network.name, now, digests, tx)
    }
    guard isProven else { throw Problem(.invalid, Self.notThere, field: "post") }
  }

  /// Pages of one human that are looked at besides the first.
  private static let otherPages = 6

  private func lookAtPage(
    _ page: String, _ network: any OwnPagesReading, _ open: OpenProof, _ token: String
  ) async throws {
    let links: [String]
    do {
      links = try await network.ownersLinks(on: page)
    } catch let error as NetworkError {
      throw Problem(.invalid, error.text, field: "post", cause: error)
    }
    guard links.contains(open.link) else {
      throw Problem(.invalid, Self.notThere, field: "post")
    }
    // Their other pages count where each points to the other: a link one way is anybody's to set.
    var pages = [page]
    for there in links.filter({ $0 != open.link }).prefix(Self.otherPages) {
      let back = (try? await network.ownersLinks(on: there)) ?? []
      if back.contains(where: { ProofCode.claim($0) == ProofCode.claim(page) }) {
        pages.append(there)
      }
    }
    let proven = pages
    let now = clock.now()
    let hash = Vault.hash(token)
    let isProven = try await record.write { [self] tx in
      guard let digests = try digests(in: tx), let proof = try tx.proof(tokenHash: hash) else {
        return false
      }
      // Whoever only typed a page as theirs is somebody else than whoever runs it.
      let handles = try tx.handles(showing: proven.flatMap(Self.spellings)).filter {
        !$0.isOurs && !$0.isErased && networks.ownsItsPage($0)
      }
      let claims = (proven + handles.map(\.address)).map {
        digests.digest("claim", [ProofCode.claim($0)])
      }
      guard claims.contains(proof.claimDigest) else { return false }
      return try tx.setProven(
        proof.id, way: .page, handles: handles.map(\.id),
        identities: handles.map { Hex.text(digests.handle($0.network, $0.remoteID)) }, at: now)
    }
    guard isProven else { throw Problem(.invalid, Self.notThere, field: "post") }
  }

  /// A page is the same with and without its last slash, and by either way there.
  private static func spellings(_ page: String) -> [String] {
    let claim = page.drop { $0 != ":" }.dropFirst(3)
    let bare = claim.last == "/" ? String(claim.dropLast()) : String(claim)
    return ["https://", "http://"].flatMap { [$0 + bare, $0 + bare + "/"] }
  }
}
