package org.muster.lab.run;

import java.util.ArrayList;
import java.util.List;
import org.muster.alliance.Alliance;

/// What the money of a study is, where members are willing by chance.
///
/// @param means    missions whose money is a mean over all coalitions of willing members
/// @param bestPlan missions whose money is that of the best plan times the chance that the mission runs
public record WhoseMoney(List<String> means, List<String> bestPlan) {
    public WhoseMoney {
        means = List.copyOf(means);
        bestPlan = List.copyOf(bestPlan);
    }

    /// Of a study; nothing where members react, since their plan is the one that is carried out.
    public static WhoseMoney of(Question question) {
        List<String> means = new ArrayList<>();
        List<String> bestPlan = new ArrayList<>();
        if (question.reaction() == Question.Reaction.NONE) {
            List<Alliance> under = question.stacks().stream()
                    .map(stack -> Reformed.in(
                                    question.alliance(),
                                    stack,
                                    question.setting().firstYear())
                            .alliance())
                    .toList();
            question.setting()
                    .templates()
                    .forEach(template -> (under.stream().allMatch(one -> ExpectedMoney.isHad(one, template.mission()))
                                    ? means
                                    : bestPlan)
                            .add(template.mission()));
        }
        return new WhoseMoney(means, bestPlan);
    }
}
