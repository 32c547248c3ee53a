import HeedModel

/// One field of a form, with its label, its hint and what is wrong with it.
struct Field {
  var name: FieldName
  var label: String
  var value: String
  var hint: String?
  var problem: Wrong?
  var scope: String
  var isRequired: Bool

  /// - Parameter scope: tells two fields of one name on a page apart.
  init(
    _ name: FieldName, _ label: String, value: String = "", hint: String? = nil,
    problem: Wrong? = nil, scope: String = "", isRequired: Bool = false
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.hint = hint
    self.problem = problem?.field == name.rawValue ? problem : nil
    self.scope = scope
    self.isRequired = isRequired
  }

  var id: String { scope.isEmpty ? "f-\(name.rawValue)" : "f-\(scope)-\(name.rawValue)" }

  func input(
    type: String = "text", autocomplete: String? = nil, direction: String? = nil,
    data: HTML = "", autofocus: Bool = false
  ) -> HTML {
    around(
      """
      <input id="\(id)" name="\(name.rawValue)" type="\(type)" value="\(value)"\
      \(attribute: "autocomplete", autocomplete)\(attribute: "dir", direction)\
      \(attribute: "required", if: isRequired)\(attribute: "autofocus", if: autofocus)\
      \(marks)\(data)>
      """)
  }

  func number(_ range: ClosedRange<Int>, unit: String) -> HTML {
    around(
      """
      <span class="with-unit"><input id="\(id)" name="\(name.rawValue)" type="number" \
      min="\(range.lowerBound)" max="\(range.upperBound)" value="\(value)" required\
      \(marks)> \(unit)</span>
      """)
  }

  func area(rows: Int, data: HTML = "") -> HTML {
    around(
      """
      <textarea id="\(id)" name="\(name.rawValue)" rows="\(rows)" dir="auto"\
      \(attribute: "required", if: isRequired)\(marks)\(data)>\n\(value)</textarea>
      """)
  }

  /// - Parameter marking: what the scripts and styles need to know of a choice, as data.
  func select(
    _ choices: [(value: String, label: String)], marking: (String) -> HTML = { _ in "" }
  ) -> HTML {
    around(
      """
      <select id="\(id)" name="\(name.rawValue)"\(marks)>\
      \(choices.html { choice in
        "<option value=\"\(choice.value)\"\(attribute: "selected", if: choice.value == value)\(marking(choice.value))>"
          + "\(choice.label)</option>"
      })</select>
      """)
  }

  /// A box to tick, its label after it.
  func box(isOn: Bool) -> HTML {
    """
    <p class="field box"><input type="checkbox" id="\(id)" name="\(name.rawValue)" value="1"\
    \(attribute: "checked", if: isOn)\(marks)> <label for="\(id)">\(label)</label>\(after)</p>
    """
  }

  private func around(_ control: HTML) -> HTML {
    "<p class=\"field\"><label for=\"\(id)\">\(label)</label>\(control)\(after)</p>"
  }

  private static let wrong: HTML = "<span class=\"wrong\" id=\""

  /// What is wrong with a field, below it.
  /// - Parameter id: the field's.
  static func wrong(_ problem: Wrong?, _ id: String) -> HTML {
    HTML.with(problem) {
      "\(wrong)\(id)-wrong\">\(Icon.trouble)\($0.text)</span>"
    }
  }

  /// The first place of a page at which a field says what is wrong with it.
  static func wrongID(in markup: String) -> String? {
    guard let start = markup.firstRange(of: wrong.markup) else { return nil }
    return String(markup[start.upperBound...].prefix { $0 != "\"" })
  }

  private var after: HTML {
    Self.wrong(problem, id)
      + HTML.with(hint) { "<span class=\"hint\" id=\"\(id)-hint\">\($0)</span>" }
  }

  private var marks: HTML {
    let described = [problem.map { _ in "\(id)-wrong" }, hint.map { _ in "\(id)-hint" }]
      .compactMap { $0 }.joined(separator: " ")
    return """
      \(attribute: "aria-describedby", described.isEmpty ? nil : described)\
      \(attribute: "aria-invalid", problem == nil ? nil : "true")
      """
  }
}
