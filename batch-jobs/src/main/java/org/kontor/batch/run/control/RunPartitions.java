package org.kontor.batch.run.control;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import org.kontor.billing.run.boundary.RunWork;

/** One partition of the step for each partition of the run, on all cores. */
@Named
@Dependent
public class RunPartitions implements PartitionMapper {

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Override
  public PartitionPlan mapPartitions() {
    List<Integer> numbers = work.partitions(Tickets.read(job));
    PartitionPlan plan = new PartitionPlanImpl();
    plan.setPartitions(numbers.size());
    plan.setThreads(
        Math.max(1, Math.min(numbers.size(), Runtime.getRuntime().availableProcessors())));
    Properties[] properties = new Properties[numbers.size()];
    for (int i = 0; i < properties.length; i++) {
      properties[i] = new Properties();
      properties[i].setProperty("partition", numbers.get(i).toString());
    }
    plan.setPartitionProperties(properties);
    return plan;
  }
}
