public import HeedModel

/// Somebody outside, as pages name them.
public struct Who: Sendable, Hashable {
  public var name: String
  /// What they are called where they speak, with its mark; empty where there is none.
  public var address: String
  /// Set where the desk keeps a picture of them.
  public var face: ID<Handle>?
  public var isBot: Bool
  public var isErased = false

  public init(name: String, address: String = "", face: ID<Handle>? = nil, isBot: Bool = false) {
    self.name = name.isEmpty ? address : name
    self.address = address
    self.face = face
    self.isBot = isBot
  }
}

/// Somebody on the team, as pages name them.
public struct Colleague: Sendable, Hashable {
  public var id: ID<Member>
  public var name: String
  public var initials: String
  /// The member who looks.
  public var isYou: Bool

  public init(id: ID<Member>, name: String, initials: String, isYou: Bool = false) {
    self.id = id
    self.name = name
    self.initials = initials
    self.isYou = isYou
  }
}

/// The round picture beside somebody's words. Decoration: the name always stands beside it.
enum FaceView {
  static func html(_ who: Who?, isSmall: Bool = false) -> HTML {
    let size: HTML = isSmall ? " small" : ""
    guard let who else { return "<span class=\"face\(size) nobody\" aria-hidden=\"true\">?</span>" }
    // The letters stand below the picture: they are there until it is, and where it is not.
    return """
      <span class="face\(size)" aria-hidden="true">\(who.isErased ? "·" : initials(of: who.name))\
      \(HTML.with(who.face) { face in
        "<img src=\"\(Route.face(face))\" alt=\"\" width=\"40\" height=\"40\" loading=\"lazy\">"
      })</span>
      """
  }

  static func ours(_ initials: String, isSmall: Bool = false) -> HTML {
    let size: HTML = isSmall ? " small" : ""
    let length: HTML = initials.count > 2 ? " long" : ""
    return "<span class=\"face\(size)\(length) ours\" aria-hidden=\"true\">\(initials)</span>"
  }

  /// Up to two letters; marks and pictures in a name are passed over.
  static func initials(of name: String) -> String {
    let parts = name.split { !$0.isLetter && !$0.isNumber }
    guard let first = parts.first, let last = parts.last else { return "·" }
    if parts.count == 1 { return String(first.prefix(2)).uppercased() }
    return (String(first.prefix(1)) + String(last.prefix(1))).uppercased()
  }
}
