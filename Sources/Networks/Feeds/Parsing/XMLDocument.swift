import CLibXML

/// A mended document as a tree of our own, free of libxml2's memory.
struct XMLDocument {
  var root: Element
  var isPartial: Bool
  var wasCut: Bool

  /// Reads in recovery, without network, without a document type and so without entities.
  static func read(_ bytes: [UInt8], base: String?) -> XMLDocument? {
    guard let mended = Mender.mend(bytes) else { return nil }
    XMLLibrary.start()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_COMPACT.rawValue
    let document = mended.bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    return XMLDocument(
      root: Element(root.pointee, base: base, language: nil, dialect: Dialect(root.pointee)),
      isPartial: mended.isPartial, wasCut: mended.wasCut)
  }
}

/// libxml2 wants to be started once, before threads share it.
enum XMLLibrary {
  private static let started: Void = xmlInitParser()
  static func start() { _ = started }
}

extension Dialect {
  fileprivate init(_ root: xmlNode) {
    let name = String(cString: root.name).split(separator: ":").last?.lowercased()
    home = name == "feed" || name == "entry" ? .atom : .none
    own = text(root.ns?.pointee.href)
    // RSS 1.0 stands in RDF's namespace with its root alone, and some of RSS 2.0 forget the root.
    guard home == .none, name != "channel" else { return }
    var child = root.children
    while let current = child?.pointee {
      if current.type == XML_ELEMENT_NODE,
        ["channel", "item"].contains(String(cString: current.name).lowercased())
      {
        own = text(current.ns?.pointee.href)
        return
      }
      child = current.next
    }
  }
}

extension Element {
  fileprivate init(_ node: xmlNode, base: String?, language: String?, dialect: Dialect) {
    let written = String(cString: node.name)
    var prefix = ""
    if let ns = node.ns {
      prefix = text(ns.pointee.prefix)
      namespace = dialect.namespace(address: text(ns.pointee.href), prefix: prefix)
      name = written
    } else if let colon = written.firstIndex(of: ":") {
      // A prefix that nobody declared still means what it usually means.
      prefix = String(written[..<colon])
      namespace = Namespace(prefix: prefix)
      name = String(written[written.index(after: colon)...])
    } else {
      namespace = dialect.home
      name = written
    }
    attributes = []
    children = []
    self.base = base
    self.language = language
    var attribute = node.properties
    while let current = attribute?.pointee {
      let name = text(current.name)
      // No entities are left, so a value is its text nodes.
      var words = ""
      var part = current.children
      while let piece = part?.pointee {
        words += text(piece.content)
        part = piece.next
      }
      let space = text(current.ns?.pointee.prefix)
      if space == "xml", name == "base" {
        self.base = FeedAddress.resolve(words.trimmed, against: base)
      } else if space == "xml", name == "lang" {
        self.language = words.trimmed.nonEmpty
      } else {
        attributes.append(Attribute(name: name, value: words))
      }
      attribute = current.next
    }
    var child = node.children
    while let current = child?.pointee {
      switch current.type {
      case XML_ELEMENT_NODE:
        children.append(
          .element(
            Element(current, base: self.base, language: self.language, dialect: dialect)))
      case XML_TEXT_NODE: children.append(.text(text(current.content)))
      case XML_CDATA_SECTION_NODE: children.append(.raw(text(current.content)))
      default: break
      }
      child = current.next
    }
  }
}

private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
