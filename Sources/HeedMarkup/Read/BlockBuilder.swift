import HeedModel

/// The blocks of a text while it is read, with a stack of its own.
struct BlockBuilder {
  enum Container {
    case root, quote
    case list(ordered: Bool)
    case item
  }

  private struct Frame {
    var container: Container
    var blocks: [RichText.Block] = []
    var items: [[RichText.Block]] = []
  }

  private var frames = [Frame(container: .root)]
  /// One entry a begun container: whether it made a frame.
  private var begun: [Bool] = []

  /// What stands in a list outside its items: a list belongs to the item before it (as many pages
  /// write it), all else is an item.
  mutating func append(_ block: RichText.Block) {
    let last = frames.count - 1
    guard case .list = frames[last].container else {
      frames[last].blocks.append(block)
      return
    }
    if case .list = block, !frames[last].items.isEmpty {
      frames[last].items[frames[last].items.count - 1].append(block)
    } else {
      frames[last].items.append([block])
    }
  }

  mutating func begin(_ container: Container) {
    var fits = frames.count < RichText.deepest
    if case .item = container, case .list = frames[frames.count - 1].container {
    } else if case .item = container {
      fits = false
    }
    begun.append(fits)
    guard fits else { return }
    frames.append(Frame(container: container))
  }

  mutating func end() {
    guard begun.popLast() == true else { return }
    let frame = frames.removeLast()
    switch frame.container {
    case .root: break
    case .quote: if !frame.blocks.isEmpty { append(.quote(frame.blocks)) }
    case .item: frames[frames.count - 1].items.append(frame.blocks)
    case .list(let ordered):
      guard !frame.items.isEmpty else { return }
      append(.list(ordered: ordered, items: frame.items))
    }
  }

  mutating func finish() -> [RichText.Block] {
    while !begun.isEmpty { end() }
    return frames[0].blocks
  }
}
