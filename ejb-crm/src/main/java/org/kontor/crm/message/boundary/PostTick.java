package org.kontor.crm.message.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Begins a round of the post every few seconds, apart from all runs. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostTick {

  @Inject private PostRound post;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void tick() {
    post.unlessBusy();
  }
}
