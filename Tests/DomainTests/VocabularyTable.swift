/// Every published code list as the domain brief and the contract write it, once, by hand: a code that changes in
/// the program must change here too. Codes are stable and never reused (domain section 3).
enum VocabularyTable {
    static let lists: [(name: String, codes: String)] = person + place + work + answer

    private static let person: [(name: String, codes: String)] = [
        ("gender", "female male non_binary unknown"),
        ("ageBand", "age_0_11 age_12_17 age_18_22 age_23_64 age_65_plus"),
        ("household", "single with_children couple family group"),
        (
            "exploitationForm",
            """
            sexual labour criminal domestic_servitude forced_begging financial organ_removal serious_disadvantage \
            unknown
            """
        ),
        (
            "residence",
            """
            dutch eu_eea third_country_permit reflection_period b8_permit continued_stay asylum_seeker undocumented \
            unaccompanied_minor unknown
            """
        ),
        ("threat", "green orange red"),
        ("housing", "safe_own_place unsafe_home lost_housing sleeps_at_work in_shelter street unknown"),
        ("urgency", "now days planned"),
        (
            "contraIndication",
            """
            active_addiction acute_psychiatric psychiatric_problem severe_trauma_dysregulation acute_suicidality \
            self_harm aggression arson_history sexual_offence_history intellectual_disability low_self_reliance \
            cannot_live_in_group high_somatic_care late_pregnancy newborn infectious_disease \
            ongoing_contact_trafficker known_location_risk extreme_threat risk_to_residents ongoing_sex_work \
            running_away declines_guidance no_house_rules compulsory_care running_criminal_case \
            earlier_incident_here
            """
        ),
        ("specialTarget", "men girls boys labour family reflection_period unaccompanied_minor"),
    ]

    private static let place: [(name: String, codes: String)] = [
        (
            "shelterKind",
            """
            time_out emergency_bed emergency_bed_disadvantaged crisis_shelter womens_shelter mens_shelter \
            family_shelter cosm omp labour_exploitation_shelter youth_crisis foster_care youth_residential \
            closed_youth_care protected_reception_minors lvb_treatment addiction_recovery_home protected_housing \
            supported_housing asylum_reception homeless_shelter hotel_emergency mental_health_admission
            """
        ),
        (
            "helpKind",
            """
            care_coordination information_advice outreach ambulatory_support safety_planning psychological_care \
            trauma_treatment treatment_youth medical_care sexual_health addiction_care disability_support \
            debt_support income_support documents_support housing_support work_education parenting_support \
            exit_programme lived_experience_support aftercare pet_care interpreter residence_support \
            legal_assistance return_support criminal_procedure_support victim_support prevention_education \
            training_professionals consultation_professionals perpetrator_help
            """
        ),
        ("pillar", "help_shelter residence_law criminal_law"),
        ("securityLevel", "none open_visible sheltered secret"),
        ("restriction", "ambulatory open semi_open closed"),
        ("phase", "first stay onward"),
        ("reach", "local regional national"),
        ("residenceAnswer", "yes conditional no"),
        ("residenceReason", "law funding house_rule"),
        ("hardness", "absolute conditional none"),
        ("pets", "yes foster no"),
        ("accessDecision", "none municipal_decision court_order comensha nidos inspectorate"),
        ("answer", "yes no unknown"),
        ("capacityUnit", "bed unit"),
        ("expertiseLevel", "none basic specialist"),
        ("freshness", "fresh ageing stale unknown"),
        ("serviceStatus", "active paused temporarily_closed ended"),
        ("confidence", "confirmed_by_organisation public_source policy_document unverified"),
        ("funding", "wmo jeugdwet du_vo vws jenv szw wlz zvw municipal_grant private mixed unknown"),
        ("fundingTerm", "structural temporary pilot"),
    ]

    private static let work: [(name: String, codes: String)] = [
        (
            "referralRoute",
            """
            self_referral direct via_care_coordinator via_comensha via_municipality via_youth_access via_court \
            via_veilig_thuis via_police via_inspectorate via_nidos via_coa via_mental_health_crisis
            """
        ),
        (
            "declineReason",
            """
            full hold_expired criteria safety_location group_mix household residence_funding decision_pending \
            staffing expertise not_reached person_declined placed_elsewhere
            """
        ),
        ("pauseReason", "staffing illness safety building group_mix other"),
        ("outcome", "placed declined withdrawn expired"),
        ("trajectoryEnd", "left_unknown declined_help returned deceased self_reliant"),
        ("coordinationStatus", "full partial remote_comensha none unknown"),
        (
            "chainRole",
            """
            prevention signalling reporting_point care_coordination shelter_local_regional \
            shelter_national_specialist treatment ambulatory_help aftercare perpetrator_help inspection_control \
            enforcement investigation_prosecution
            """
        ),
        (
            "organisationKind",
            """
            shelter_provider youth_care disability_care mental_health addiction_care care_coordination_body \
            national_coordination expertise_centre veilig_thuis care_safety_house municipality centre_municipality \
            neighbourhood_team ggd gp_hospital sexual_assault_centre police_avim public_prosecution \
            labour_inspectorate royal_marechaussee riec ind guardianship asylum_reception_body legal_aid \
            victim_support_body ngo education umbrella research_monitor
            """
        ),
        (
            "networkKind",
            """
            care_network case_meeting signal_table chain_meeting exit_programme_meeting \
            national_coordinators_meeting cooperation_agreement
            """
        ),
        ("figureKind", "estimate registration signal indicator plan capacity_fact"),
        ("regionKind", "safety_region veilig_thuis_area police_unit centre_municipality"),
        ("province", "NL-GR NL-FR NL-DR NL-OV NL-FL NL-GE NL-UT NL-NH NL-ZH NL-ZE NL-NB NL-LI"),
        ("role", "coordinator comensha shelter policy admin"),
        ("contactRole", "coordinator substitute national_backup reporting_point emergency"),
    ]

    private static let answer: [(name: String, codes: String)] = [
        ("section", "fits_now in_consultation bridging call_first omp_reserve waiting follow_up fallback"),
        (
            "reasonKey",
            """
            safety conditions wishes continuity least_restrictive specialisation region over_security wait freshness
            """
        ),
        ("banner", "danger mental_health_crisis minor unaccompanied_minor"),
        (
            "exclusionReason",
            """
            age gender household sons_age capacity_too_small residence form_not_served not_target_group \
            contra_indication pet accessibility security_insufficient danger_region closed_needs_court_order \
            out_of_area wish_must_not no_safe_home phase paused
            """
        ),
        ("condition", "residence gender_check danger_region pet contra_indication unknown"),
        ("responsibilityBasis", "registered found unknown guardian state"),
    ]
}
