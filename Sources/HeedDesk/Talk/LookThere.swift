import HeedModel
import HeedNetwork

/// What a look at a page showed of words that a member posted there.
struct LookedThere: Sendable {
  var sight: Delivery.ByHand
  /// The post, as far as it is known.
  var reference: RemoteReference
  /// As the place tells it; `nil` where only a page was read, or nothing.
  var post: RemotePost?
  /// Why nobody could look, for the person at the screen.
  var reason: Message?
}

extension Desk {
  /// Looks whether words stand at an address: by the network's own telling where it knows the page, else by reading it.
  /// - Parameter anyway: the member saw them there although the desk does not.
  /// - Throws: `Problem(.invalid)`, about the field `post`, for an address that is none, and for a page that can be read
  ///   and does not show the words.
  func look(for text: String, at typed: String, on network: NetworkName, anyway: Bool)
    async throws -> LookedThere
  {
    let address = try Self.webAddress(typed)
    let handing = networks[network] as? any HandingOff
    let named = handing?.reference(at: address)
    let reference = named ?? RemoteReference(remoteID: RemoteID(address), address: address)
    let wanted = SameWords(text)
    var reason: Message
    do {
      if let handing, let named {
        let post = try await handing.post(named, as: nil, isNamedByOthers: false)
        if wanted.isSame(as: SameWords(post.text.plain)), !wanted.isEmpty {
          return LookedThere(sight: .seen, reference: post.reference, post: post)
        }
      } else {
        guard let pages else {
          throw NetworkError(.unsupported, "This desk fetches nothing from elsewhere.")
        }
        let page = SameWords(try await pages.words(at: address))
        if wanted.stand(in: page) { return LookedThere(sight: .seen, reference: reference) }
      }
      reason = "The page was read, and these words were not found on it."
      guard anyway || wanted.isEmpty else {
        throw Problem(
          .invalid,
          """
          At that address the desk does not find your words. Copy the address of your own answer; \
          if you see it there all the same, note it anyway. Your draft is kept.
          """, field: "post")
      }
    } catch let error as NetworkError {
      // Gone is an answer: somebody may have copied the wrong address.
      guard error.kind != .gone || anyway else {
        throw Problem(
          .invalid,
          """
          Nothing stands at that address. Copy the address of your own answer; if you see it there \
          all the same, note it anyway. Your draft is kept.
          """, field: "post", cause: error)
      }
      reason = error.text
    }
    return LookedThere(sight: .said, reference: reference, reason: reason)
  }

  /// - Throws: `Problem(.invalid)` for what is no address of the web.
  static func webAddress(_ typed: String) throws -> String {
    guard let address = TypedPage.address(typed) else {
      throw Problem(
        .invalid,
        """
        That is no address of a page. Copy it from your browser, with https:// in front. \
        Your draft is kept.
        """, field: "post")
    }
    return address
  }
}
