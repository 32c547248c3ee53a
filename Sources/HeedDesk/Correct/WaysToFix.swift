public import HeedModel
import HeedNetwork

/// One way of mending a mistake, with what it does there.
public struct FixWay: Sendable, Hashable {
  public var way: Correction.Way
  /// What it does: who is told, what is lost.
  public var does: Message
  /// Why it is not open here, or not to this member; `nil` when it is.
  public var unless: Message?

  public init(way: Correction.Way, does: Message, unless: Message? = nil) {
    self.way = way
    self.does = does
    self.unless = unless
  }
}

extension Desk {
  /// All ways, the best first, with those that this place or this member lacks and why.
  /// - Parameter local: what the account's server calls the post.
  func ways(
    toFix post: Post?, local: String?, by viewer: Viewer, writer: ID<Member>?, account: Account?,
    _ capabilities: Capabilities?, parent: Post?
  ) -> [FixWay] {
    let byHand = FixWay(
      way: .byHand,
      does:
        "For what the desk cannot reach: mend it there yourself, then say here what you did.")
    guard let post else { return [byHand] }
    guard let account, account.removedAt == nil, let capabilities else {
      let unless: Message = "That account is not connected any more."
      return Correction.Way.allCases.map {
        $0 == .byHand ? byHand : FixWay(way: $0, does: Self.does($0, nil), unless: unless)
      }
    }
    let reference = RemoteReference(
      remoteID: post.remoteID, local: local, address: post.address)
    let place = networks.title(of: account.network)
    let isOwner = writer == viewer.member || viewer.role.mayLead
    let notOwner: Message = "Only whoever wrote it, or a lead, can change it."
    let gone: Message = "It was taken away there already."
    func unless(_ way: Correction.Way) -> Message? {
      switch way {
      case .byHand: return nil
      case .edit:
        guard capabilities.canEdit, let network = networks[account.network] as? any Editing else {
          return "\(place) does not let posts be changed."
        }
        guard network.mayEdit(reference) else { return "Such a post cannot be changed from here." }
        return post.removedAt != nil ? gone : isOwner ? nil : notOwner
      case .delete:
        guard capabilities.canDelete, let network = networks[account.network] as? any Deleting
        else { return "\(place) does not let posts be taken away." }
        guard network.mayDelete(reference) else {
          return "Such a post cannot be taken away from here."
        }
        guard capabilities.reply == .always else {
          return "\(place) takes no replies from programs, so it could not be said there."
        }
        guard let parent, parent.removedAt == nil, !parent.isPlaceholder else {
          return "It answers nobody to whom it could be said. Correct it in a reply instead."
        }
        return post.removedAt != nil ? gone : isOwner ? nil : notOwner
      case .reply, .apologise:
        guard capabilities.reply == .always else {
          return "\(place) takes no replies from programs. Write it there by hand."
        }
        guard account.owner == nil || account.owner == viewer.member else {
          return "That handle is another member's own. Ask them."
        }
        return post.removedAt != nil ? gone : nil
      }
    }
    return Correction.Way.allCases.map { way in
      way == .byHand
        ? byHand : FixWay(way: way, does: Self.does(way, capabilities), unless: unless(way))
    }
  }

  private static func does(_ way: Correction.Way, _ capabilities: Capabilities?) -> Message {
    switch way {
    case .edit:
      if let tells = capabilities?.editTells, !tells.isEmpty { return tells }
      return "The words change where they stand. Nobody who saw the earlier ones is told."
    case .reply:
      return
        "It stands below the wrong words, for everybody who reads them there. Those stay as they are."
    case .apologise: return "The same, and it says sorry."
    case .delete:
      return
        "The words go, with every mark on them, and answers to them lose what they answered. Quotes and copies stay, and nobody who saw them is told: so you tell whom it answered."
    case .byHand: return ""
    }
  }
}
