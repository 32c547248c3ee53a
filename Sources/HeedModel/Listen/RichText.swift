/// What somebody wrote, in the few shapes that the desk keeps and shows. No foreign markup exists past this tree.
public struct RichText: Sendable, Hashable {
  public var blocks: [Block]

  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  public indirect enum Block: Sendable, Hashable {
    case paragraph([Inline])
    case heading([Inline])
    case quote([Block])
    case list(ordered: Bool, items: [[Block]])
    case code(String)
  }

  public indirect enum Inline: Sendable, Hashable {
    case text(String)
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    /// `to` is an absolute `http`, `https` or `mailto` address; anything else is refused when it is made.
    case link(to: String, [Inline])
    /// `handle` as written, with its mark; `to` is the handle's page.
    case mention(handle: String, to: String?)
    /// `name` without its mark.
    case tag(name: String, to: String?)
  }

  public var isEmpty: Bool { blocks.isEmpty }
}
