public import HeedModel

/// The networks that this desk knows, by name; filled by the composition root.
public struct Networks: Sendable {
  private let byName: [NetworkName: any Network]

  public init(_ networks: [any Network]) {
    byName = Dictionary(networks.map { ($0.name, $0) }) { $1 }
  }

  public subscript(name: NetworkName) -> (any Network)? { byName[name] }
  public var all: [any Network] { byName.values.sorted { $0.name < $1.name } }

  /// The name that people call a network by.
  public func title(of name: NetworkName) -> Message {
    byName[name]?.title ?? Message(verbatim: name.rawValue)
  }
}
