/// The files of ``SmallRegistry`` that are written by hand.
enum SmallRegistryTexts {
    static let overijssel = """
        { "province": "NL-OV", "organizations": [
          { "id": "voorbeeld-de-linde", "name": "De Linde (voorbeeld)", "kind": "shelter_provider", "example": true,
            "description": "Een huis.", "website": "https://voorbeeld.example", "email": "linde@voorbeeld.example",
            "phones": [{ "number": "038-000 00 00", "purpose": "aanmelden", "hours": "24/7" }],
            "municipality": "GM0193", "status": "active", "chainRoles": ["signalling"],
            "sources": [{ "title": "Bron", "date": "2019-04-30", "url": "https://voorbeeld.example/bron" }],
            "confidence": "unverified", "checkedOn": "2026-11-01",
            "services": [\(sheltered), \(help), \(secret), \(omp)] },
          { "id": "de-eik", "name": "De Eik", "kind": "ngo", "sources": [{ "title": "Bron" }],
            "services": [{ "id": "de-eik-kamers", "name": "Kamers", "shelterKind": "crisis_shelter",
              "status": "active", "province": "NL-OV", "municipality": "GM0150", "securityLevel": "open_visible",
              "restriction": "open", "capacity": { "unit": "unit", "total": 4 } }] }] }
        """

    private static let sheltered = """
        { "id": "voorbeeld-de-linde-kamers", "name": "Kamers", "description": "Rustige kamers.",
          "shelterKind": "womens_shelter", "helpKinds": ["aftercare"], "status": "active",
          "phase": ["first", "stay"], "province": "NL-OV", "municipality": "GM0193", "reach": "national",
          "serviceArea": ["NL-OV", "GM0193"], "securityLevel": "sheltered", "restriction": "open",
          "unsafeForAreas": ["GM0150"],
          "admission": { "genders": ["female"], "welcomesTransgender": true, "minimumAge": 18, "maximumAge": null,
            "households": ["single"], "sonsMaximumAge": 12, "residence": { "dutch": "yes" },
            "residenceReasons": { "undocumented": "funding" }, "exploitationForms": ["sexual"], "onlyFor": [],
            "wheelchair": false, "pets": "foster", "requiresPoliceReport": false, "accessDecision": "none" },
          "contraIndications": [{ "code": "active_addiction", "hardness": "conditional", "condition": "Kan soms.",
            "since": "2026-09-01", "editedBy": "teamleider" }, { "code": "arson_history", "hardness": "absolute" }],
          "specialFor": ["labour", "active_addiction"], "expertiseLevel": "specialist", "livedExperience": false,
          "languages": ["nl"], "interpreter": true,
          "referral": { "routes": ["direct"], "phone": "038-000 00 00", "hours": "24/7",
            "intakeAroundTheClock": true, "steps": ["Bel ons."], "decisionWithinHours": 4, "documents": ["geen"] },
          "stay": { "minimumDays": 1, "usualDays": 90, "maximumDays": 180, "extensible": true },
          "waiting": { "days": 14, "statedOn": "2026-11-01" }, "aftercare": "yes", "funding": ["wmo"],
          "fundingTerm": "temporary", "fundingEndsOn": "2027-12-31",
          "capacity": { "unit": "bed", "total": 6, "free": 2, "confirmedAt": "2026-11-20T08:00:00Z",
            "expectedFreeOn": "2026-12-01" } }
        """

    private static let help = """
        { "id": "voorbeeld-de-linde-hulp", "name": "Hulp", "helpKinds": ["ambulatory_support"], "status": "active",
          "province": "NL-OV", "municipality": "GM0193" }
        """

    private static let secret = """
        { "id": "voorbeeld-de-linde-veilig", "name": "Veilig", "shelterKind": "emergency_bed", "status": "active",
          "province": "NL-FR", "serviceArea": ["NL-FR"], "securityLevel": "secret", "restriction": "open",
          "unsafeForAreas": ["GM0193"],
          "capacity": { "total": 2, "free": 1, "confirmedMinutesAgo": 30, "expectedFreeInDays": 3 } }
        """

    private static let omp = """
        { "id": "voorbeeld-de-linde-samen", "name": "Samen", "shelterKind": "omp", "status": "active",
          "province": "NL-OV", "securityLevel": "open_visible", "restriction": "open", "contraIndications": [] }
        """

    static let brabant = """
        { "province": "NL-NB", "organizations": [
          { "id": "voorbeeld-de-es", "name": "De Es (voorbeeld)", "kind": "ngo", "example": true,
            "services": [{ "id": "voorbeeld-de-es-tolk", "name": "Tolk", "helpKinds": ["interpreter"],
              "status": "active", "province": "NL-NB" }] }] }
        """

    static let regions = """
        { "asOf": "2025-01-01", "source": { "title": "Bron", "date": "2025-01-01" }, "regions": [
          { "kind": "safety_region", "name": "IJsselland", "provinces": ["NL-OV"], "seat": "GM0193" },
          { "kind": "veilig_thuis_area", "name": "Veilig Thuis IJsselland", "provinces": ["NL-OV"], "seat": null },
          { "kind": "police_unit", "name": "Oost", "provinces": ["NL-OV", "NL-GE"] },
          { "kind": "centre_municipality", "name": "Zwolle", "provinces": ["NL-OV"], "seat": "GM0193" }] }
        """

    static let municipalities = """
        { "asOf": "2025-01-01", "source": { "title": "Bron" }, "municipalities": [
          { "code": "GM0193", "name": "Zwolle", "province": "NL-OV", "safetyRegion": "IJsselland",
            "veiligThuisArea": "Veilig Thuis IJsselland", "policeUnit": "Oost", "centreMunicipality": "Zwolle",
            "latitude": 52.512, "longitude": 6.093, "population": 133000 },
          { "code": "GM0150", "name": "Deventer", "province": "NL-OV", "safetyRegion": "IJsselland",
            "latitude": 52.25, "longitude": 6.16, "population": 102000 },
          { "code": "GM0772", "name": "Eindhoven", "province": "NL-NB", "safetyRegion": "IJsselland",
            "latitude": 51, "longitude": 5, "population": 246000 }] }
        """

    static let coordinators = """
        { "coordinators": [{ "id": "zorgcoordinatie-ijsselland", "organization": "voorbeeld-de-linde",
            "name": "Zorgcoördinatie (voorbeeld)", "region": "IJsselland", "municipalities": ["GM0193"],
            "status": "full", "audience": ["iedereen"], "phone": "038-000 00 00", "hours": "werkdagen",
            "hoursPerWeek": 36, "substitute": { "name": "Teamleider", "phone": "038-000 00 01", "hours": "werkdagen" },
            "followsGuideline": "yes", "fundedBy": "wmo", "example": true }],
          "uncovered": [{ "municipality": "GM0772", "status": "none" }],
          "backup": { "organization": "de-eik", "name": "De Eik", "phone": "033-000 00 00", "hours": "24/7" } }
        """

    static let networks = """
        { "networks": [{ "id": "zorgnetwerk", "name": "Zorgnetwerk (voorbeeld)", "kind": "care_network",
          "province": "NL-OV", "region": "IJsselland", "chair": "voorbeeld-de-linde", "rhythm": "elke maand",
          "members": ["voorbeeld-de-linde", "de-eik"], "audience": "hulpverleners", "example": true,
          "sources": [{ "title": "Bron" }] }] }
        """

    static let figures = """
        { "figures": [{ "id": "signalen", "series": "signalen-politie", "label": "Signalen", "value": 100,
          "minimum": 100, "maximum": 120, "unit": "signalen", "period": "2017", "kind": "signal",
          "municipality": "GM0193", "caveat": "Een ondergrens.",
          "source": { "title": "Bron", "date": "2019-04-30" } },
          { "id": "plekken", "series": "plekken", "label": "Plekken", "value": 36, "unit": "plekken",
          "period": "2019", "kind": "capacity_fact", "province": "NL-OV", "source": { "title": "Bron" } }] }
        """

    static let referenceProfiles = """
        { "profiles": [
          { "id": "moeder", "label": { "nl": "Moeder met een zoon", "en": "Mother with a son" },
            "profile": { "age": 36, "gender": "female", "household": "with_children",
              "children": [{ "age": 14, "gender": "male" }], "persons": 2, "residence": "dutch",
              "exploitationForms": ["sexual"], "circumstances": ["newborn"], "threat": "orange",
              "housing": "unsafe_home", "urgency": "now", "prefers": ["open"] } },
          { "id": "man", "label": { "nl": "Man", "en": "Man" },
            "profile": { "age": 30, "gender": "male", "threat": "green", "urgency": "planned" } }] }
        """
}
