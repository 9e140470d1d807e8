import Foundation

extension HtmlRule {
    /// Fields, groups and buttons.
    static let forms: [HtmlRule] = [
        HtmlRule("every field has one label that says something", broken: "<input id='a' autocomplete='off'>") { page in
            let labels = Dictionary(grouping: page.all("label")) { $0["for"] ?? "" }
            return page.fields.compactMap { field in
                guard let id = field["id"] else { return "no id: \(field["name"] ?? "")" }
                let own = labels[id] ?? []
                return own.count == 1 && !own[0].text.isEmpty ? nil : "\(own.count) labels of \(id)"
            }
        },
        HtmlRule("nothing stands in a field that is not an answer", broken: "<input placeholder='Naam'>") { page in
            page.fields.filter { $0["placeholder"] != nil }.map { $0["name"] ?? "" }
        },
        HtmlRule("browsers are told what to keep of a field", broken: "<input type='text' id='a'>") { page in
            page.fields.filter { $0["autocomplete"] == nil }.map { $0["name"] ?? "" }
        },
        HtmlRule("choices stand in a group with a legend", broken: "<input type='radio' id='a'>") { page in
            page.placed.compactMap { element, around in
                guard element.name == "input", ["radio", "checkbox"].contains(element["type"] ?? "") else { return nil }
                // One of a form that stands elsewhere on the page, beside what it is about.
                if element["form"] != nil { return nil }
                let group = around.last { $0.name == "fieldset" }
                let first = group?.elements.first
                return first?.name == "legend" && first?.text.isEmpty == false ? nil : element["id"] ?? "?"
            }
        },
        HtmlRule("choices of one name are in one group", broken: "<fieldset><legend>a</legend></fieldset>") { page in
            let empty = page.all("fieldset").filter { $0.inner("input", "select", "textarea").isEmpty }
            let groups = page.all("fieldset").filter { $0.inner("fieldset").isEmpty }
            let names = groups.map { Set($0.inner("input").filter { $0["type"] == "radio" }.compactMap { $0["name"] }) }
            return empty.map { "empty: \($0.text)" } + names.filter { $0.count > 1 }.map { "\($0.sorted())" }
        },
        HtmlRule("label, description, error and field in this order", broken: Self.turnedField) { page in
            let order = Dictionary(page.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            return page.fields.compactMap { field in
                guard let id = field["id"], let own = order[id] else { return nil }
                let described = (field["aria-describedby"] ?? "").split(separator: " ").compactMap { order[String($0)] }
                return described == described.sorted() && described.allSatisfy { $0 < own } ? nil : id
            }
        },
        HtmlRule("browsers do not check by themselves", broken: "<form method='post'><input name='a'></form>") { page in
            page.all("form").filter { $0["novalidate"] == nil && $0.wouldBeChecked }.map { $0["action"] ?? "" }
                + page.all.filter { $0["required"] != nil }.map { "required: \($0["id"] ?? "")" }
        },
        HtmlRule("forms go to pages of ours, and have a button", broken: "<form method='post'></form>") { page in
            page.all("form").flatMap { form in
                let action = form["action"] ?? ""
                let isOurs = action.hasPrefix("/") && !action.hasPrefix("//")
                let buttons = form.inner("button").filter { ["submit", nil].contains($0["type"]) }
                let outside = page.all("button").filter { $0["form"] != nil && $0["form"] == form["id"] }
                return (isOurs ? [] : ["action \(action)"])
                    + (["get", "post"].contains(form["method"] ?? "") ? [] : ["no method"])
                    + ((buttons + outside).isEmpty ? ["no button: \(action)"] : [])
            }
        },
        HtmlRule("buttons say what happens and can be pressed", broken: "<button disabled>Verstuur</button>") { page in
            let vague: Set = ["verstuur", "verzenden", "volgende", "ok", "submit", "send", "next", "ja", "nee", "go"]
            return page.all("button").filter { !$0.isHidden }.compactMap { button in
                let name = button.spokenName
                if button["disabled"] != nil || button["aria-disabled"] == "true" {
                    return "cannot be pressed: \(name)"
                }
                return name.isEmpty || vague.contains(name.lowercased()) ? "says “\(name)”" : nil
            }
                + page.all("input").filter { ["submit", "button", "image", "reset"].contains($0["type"] ?? "") }.map {
                    _ in
                    "a button that is an input"
                }
        },
        HtmlRule("what has to be filled in is known", broken: Self.bareForm) { page in
            // What an address asks only chooses what to show: nothing of that is needed.
            page.all("form").filter { $0["method"] != "get" && $0.questions.count > 1 && !$0.saysWhatIsNeeded }.map {
                $0["action"] ?? ""
            }
        },
    ]

    private static let turnedField =
        "<label for='a'>A</label><input id='a' aria-describedby='b'><p id='b'>uitleg</p>"
    private static let bareForm =
        "<form><label for='a'>A</label><input id='a'><label for='b'>B</label><input id='b'></form>"

    /// What a page says when something is not right.
    static let errors: [HtmlRule] = [
        HtmlRule("an error leads to its field, and the field to its error", broken: Self.looseError) { page in
            let errors = page.all.filter { $0.classes.contains("nl-form-field-error-message") }
            let described = page.all.flatMap { ($0["aria-describedby"] ?? "").split(separator: " ").map(String.init) }
            let anchors = page.summaries.flatMap { $0.inner("a") }.compactMap { $0["href"] }
            return errors.flatMap { error in
                let id = error["id"] ?? ""
                let field = page.all.first { ($0["aria-describedby"] ?? "").split(separator: " ").contains(id[...]) }
                let own = ([field].compactMap { $0 } + (field?.inner ?? [])).compactMap { $0["id"] }
                return (described.contains(id) ? [] : ["nothing has \(id)"])
                    + (own.contains { anchors.contains("#\($0)") } ? [] : ["the summary does not lead to \(id)"])
            }
        },
        HtmlRule("a faulty field says so", broken: "<input id='a' aria-invalid='true'>") { page in
            page.all.filter { $0["aria-invalid"] == "true" }.filter { field in
                let ids = (field["aria-describedby"] ?? "").split(separator: " ").map(String.init)
                return !ids.contains { page.element(id: $0)?.classes.contains("nl-form-field-error-message") == true }
            }.map { $0["id"] ?? "?" }
        },
        HtmlRule("the summary has a heading and a way on, and can be focused", broken: Self.bareSummary) { page in
            page.summaries.flatMap { summary in
                let anchors = summary.inner("a", "button").compactMap { $0["href"] ?? $0["formaction"] }
                return (summary["tabindex"] == "-1" ? [] : ["cannot be focused"])
                    + (summary.inner("h1", "h2").isEmpty ? ["no heading"] : []) + (anchors.isEmpty ? ["no links"] : [])
            }
        },
        HtmlRule("an error says what to do", broken: "<p class='nl-form-field-error-message'>Verplicht veld</p>") {
            page in
            page.all.filter { $0.classes.contains("nl-form-field-error-message") }.map(\.text).filter { text in
                let vague = ["verplicht veld", "veld is verplicht", "ongeldig", "invalid", "field is required"]
                return !(text.hasSuffix(".") || text.hasSuffix("?"))
                    || vague.contains { text.lowercased().contains($0) }
            }
        },
    ]

    private static let looseError =
        "<p class='nl-form-field-error-message' id='a-error'>Vul iets in.</p><input id='a'>"
    private static let bareSummary = "<div class='nl-alert--error' role='alert' id='fouten'>Fout.</div>"
}

extension MarkupTree {
    var fields: [Element] { root.fields }

    /// The list of what is wrong, on top of a page.
    var summaries: [Element] { all.filter { $0["id"] == "fouten" } }
}

extension MarkupTree.Element {
    /// What can be filled in or chosen.
    var fields: [MarkupTree.Element] {
        inner("input", "select", "textarea").filter { $0["type"] != "hidden" }
    }

    /// Whether a browser would hold up a form with messages of its own.
    var wouldBeChecked: Bool {
        let kinds: Set = ["number", "email", "url", "date", "datetime-local", "time"]
        let isPosted = self["method"] == "post" && !fields.isEmpty
        return isPosted || fields.contains { kinds.contains($0["type"] ?? "") || $0["pattern"] != nil }
    }

    /// One thing that is asked: a field, or a group of choices.
    struct Question {
        let name: String
        let holder: MarkupTree.Element

        /// There is an answer from the start: the first of a list, or a choice that is made.
        var isAnswered: Bool {
            holder.name == "select" || holder.inner("input").contains { $0["checked"] != nil }
        }

        var isMarkedRequired: Bool {
            ([holder] + holder.inner("input")).contains { $0["aria-required"] == "true" }
        }
    }

    /// Whether it is said, of the form or of each question, what may stay empty (conventions section 6).
    var saysWhatIsNeeded: Bool {
        let words = ["niet verplicht", "optional", "is verplicht", "is nodig", "is needed"]
        let said = text.lowercased()
        return words.contains { said.contains($0) } || questions.allSatisfy { $0.isAnswered || $0.isMarkedRequired }
    }

    var questions: [Question] {
        elements.flatMap { element -> [Question] in
            if element.name == "fieldset", element.inner("fieldset").isEmpty {
                return [Question(name: element.inner("legend").first?.text ?? "", holder: element)]
            }
            if ["input", "select", "textarea"].contains(element.name), element["type"] != "hidden" {
                return [Question(name: element["name"] ?? "", holder: element)]
            }
            return element.questions
        }
    }
}
