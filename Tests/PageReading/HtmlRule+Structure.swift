import Foundation

extension HtmlRule {
    /// Headings, landmarks, language and title.
    static let structure: [HtmlRule] = [
        HtmlRule("everything that begins ends", broken: "<html><body><p>a</body></html>") { $0.strays },
        HtmlRule("one first heading, in the main part", broken: "<h1>a</h1><main></main>") { page in
            let all = page.all("h1")
            let inMain = page.all("main").flatMap { $0.inner("h1") }
            return all.count == 1 && inMain.count == 1 ? [] : ["\(all.count) of them, \(inMain.count) in main"]
        },
        HtmlRule("headings skip no level and say something", broken: "<h1>a</h1><h3>b</h3>") { page in
            let headings = page.all("h1", "h2", "h3", "h4", "h5", "h6")
            let levels = headings.compactMap { Int($0.name.dropFirst()) }
            let skipped = zip(levels, levels.dropFirst()).filter { $1 > $0 + 1 }
            return skipped.map { "h\($0) before h\($1)" }
                + headings.filter { $0.text.isEmpty }.map { "empty \($0.name)" }
        },
        HtmlRule("one header, one main part with its screen, one footer", broken: "<main id='x'></main>") { page in
            var faults = ["header", "main", "footer"].compactMap { name in
                let count = page.body.elements.filter { $0.name == name }.count
                return count == 1 ? nil : "\(count) \(name)"
            }
            let main = page.all("main").first
            if main?["data-screen"]?.isEmpty != false { faults.append("no screen") }
            if main?["id"] != "inhoud" || main?["tabindex"] != "-1" { faults.append("main cannot be skipped to") }
            return faults
        },
        HtmlRule("landmarks of a kind have names of their own", broken: "<nav></nav><nav></nav>") { page in
            ["nav", "aside", "region"].flatMap { kind in
                let found = page.all.filter { $0.name == kind || $0["role"] == kind }
                let names = found.map { element in
                    element["aria-label"] ?? element["aria-labelledby"].flatMap { page.element(id: $0)?.text } ?? ""
                }
                guard found.count > 1 || kind != "aside" else { return [String]() }
                return Set(names).count == names.count && !names.contains("") ? [] : ["\(kind): \(names)"]
            }
        },
        HtmlRule("the skip link comes first", broken: "<body><a href='/'>a</a></body>") { page in
            let first = page.body.inner.first { ["a", "button", "input", "select", "summary"].contains($0.name) }
            return first?["href"] == "#inhoud" && first?.classes.contains("nl-skip-link") == true ? [] : ["not first"]
        },
        HtmlRule("the language is said, and other words are marked", broken: "<html lang='nl'><p lang='xx'></p></html>")
        {
            page in
            guard let language = page.root["lang"], ["nl", "en"].contains(language) else { return ["no language"] }
            return page.root.inner.compactMap { element in
                element["lang"].flatMap { ["nl", "en"].contains($0) ? nil : "lang \($0)" }
            }
        },
        HtmlRule("the title says what page it is", broken: "<title>Opvangkaart</title>") { page in
            let title = page.all("title").first?.text ?? ""
            return title.hasSuffix(" – Opvangkaart") && title.count > 15 ? [] : ["“\(title)”"]
        },
        HtmlRule("help is on every page: 112, Veilig Thuis and CoMensha", broken: "<a href='tel:112'>112</a>") { page in
            let numbers = Set(page.all("a").compactMap { $0["href"] })
            return ["tel:112", "tel:08002000", "tel:0334481186"].filter { !numbers.contains($0) }
        },
        HtmlRule("telephone numbers lead to themselves", broken: "<a href='tel:112'>Bel 113</a>") { page in
            page.all("a").compactMap { link in
                guard let href = link["href"], href.hasPrefix("tel:") else { return nil }
                let digits = link.text.filter { $0.isASCII && $0.isNumber }
                return digits.isEmpty || digits.contains(href.dropFirst(4).filter(\.isNumber)) ? nil : link.text
            }
        },
    ]

    /// Lists, tables and what may stand in what.
    static let lists: [HtmlRule] = [
        HtmlRule("lists have items and nothing else", broken: "<ul><p>a</p></ul>") { page in
            page.all.flatMap { element in
                let allowed: Set<String>? =
                    switch element.name {
                    case "ul", "ol": ["li"]
                    case "dl": ["dt", "dd", "div"]
                    case "select": ["option", "optgroup"]
                    case "tr": ["th", "td"]
                    default: nil
                    }
                guard let allowed else { return [String]() }
                return element.elements.filter { !allowed.contains($0.name) }.map { "\($0.name) in \(element.name)" }
            }
        },
        HtmlRule("nothing is in what cannot hold it", broken: "<p><ul></ul></p>") { page in
            let blocks: Set = [
                "p", "div", "ul", "ol", "dl", "table", "section", "form", "fieldset", "details", "h1", "h2", "h3", "h4",
                "article", "aside", "nav",
            ]
            let inline: Set = [
                "p", "h1", "h2", "h3", "h4", "span", "strong", "label", "legend", "button", "em", "abbr",
            ]
            return page.placed.compactMap { element, around in
                if blocks.contains(element.name), let holder = around.last(where: { inline.contains($0.name) }),
                    !(holder.name == "legend" && element.name.hasPrefix("h"))
                {
                    return "\(element.name) in \(holder.name)"
                }
                let isActive = ["a", "button", "input", "select", "textarea"].contains(element.name)
                let holder = around.last { ["a", "button", "summary"].contains($0.name) }
                if isActive, let holder { return "\(element.name) in \(holder.name)" }
                if element.name == "form", around.contains(where: { $0.name == "form" }) { return "form in form" }
                return nil
            }
        },
        HtmlRule("tables say what they are and what each row and column is", broken: "<table><th>a</th></table>") {
            page in
            page.all("table").flatMap { table in
                let isNamed = table.inner("caption").contains { !$0.text.isEmpty }
                let heads = table.inner("th")
                let open = heads.filter { !["col", "row", "colgroup", "rowgroup"].contains($0["scope"] ?? "") }
                return (isNamed ? [] : ["no caption"]) + (heads.isEmpty ? ["no heads"] : [])
                    + open.map { "no scope: \($0.text)" }
            }
        },
        HtmlRule("what scrolls can be reached and has a name", broken: "<div tabindex='0'></div>") { page in
            page.all.compactMap { element in
                guard let tabindex = element["tabindex"], tabindex != "-1" else { return nil }
                let isNamed = element["aria-label"] != nil || element["aria-labelledby"] != nil
                return tabindex == "0" && element["role"] == "region" && isNamed ? nil : "tabindex \(tabindex)"
            }
        },
        HtmlRule("every id is there once", broken: "<p id='a'></p><p id='a'></p>") { page in
            Dictionary(grouping: page.ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
        },
        HtmlRule("what is referred to is there", broken: "<p aria-describedby='b'></p>") { page in
            let ids = Set(page.ids)
            return page.all.flatMap { element in
                let names = ["aria-describedby", "aria-labelledby", "aria-controls", "for", "list", "form", "headers"]
                let wanted = names.flatMap { (element[$0] ?? "").split(separator: " ").map(String.init) }
                let anchor = element["href"].flatMap { $0.hasPrefix("#") ? String($0.dropFirst()) : nil }
                return (wanted + [anchor].compactMap { $0 }).filter { !ids.contains($0) }
            }
        },
    ]
}
