/// What is known about a document besides its words, folded as queries ask for it.
struct Attributes: Sendable {
  private let authors: [String]
  private let addressees: [String]
  private let network: String?
  private let language: String?
  private let links: [String]
  private let kinds: Set<String>
  private let tone: String?
  private let has: Set<String>
  private let source: String?

  init(_ document: TopicDocument.Facts, text: FoldedText) {
    authors = document.author.map { [Handles.folded($0)] } ?? []
    addressees = document.addressees.map(Handles.folded)
    network = document.network.map(Folding.fold)
    language = document.language.map { Handles.foldedScalars($0.unicodeScalars) }
    let shown = text.tokens.filter { $0.kind == .link }.map { text.original(of: $0) }
    links = shown.map { Links.folded($0) } + document.links.map { Links.folded($0) }
    kinds = Set(document.kinds.map(Folding.fold))
    tone = document.tone.map(Folding.fold)
    source = document.source.map(Folding.fold)
    var has = Set(document.has.map(Folding.fold))
    if !links.isEmpty { has.insert("link") }
    if !document.tags.isEmpty || text.tokens.contains(where: { $0.kind == .tag }) {
      has.insert("tag")
    }
    if !document.mentions.isEmpty || text.tokens.contains(where: { $0.kind == .handle }) {
      has.insert("mention")
    }
    if !has.isDisjoint(with: ["image", "video", "audio"]) { has.insert("media") }
    if kinds.contains("question") { has.insert("question") }
    self.has = has
  }

  /// The index terms of the hosts that are linked to.
  var linkTerms: [String] {
    links.flatMap { IndexTerm.hostForms(Links.host(of: $0)).map(IndexTerm.host) }
  }

  func have(_ attribute: TopicQuery.Attribute) -> Bool {
    let value = attribute.value
    return switch attribute.field {
    case .from: authors.contains { Handles.matches($0, name: value) }
    case .to: addressees.contains { Handles.matches($0, name: value) }
    case .network: network == value
    case .language: language == value || language?.utf8.starts(with: "\(value)-".utf8) == true
    case .link: links.contains { Links.matches($0, under: value) }
    case .kind: kinds.contains(value)
    case .tone: tone == value
    case .has: has.contains(value)
    case .source: source == value
    }
  }
}
